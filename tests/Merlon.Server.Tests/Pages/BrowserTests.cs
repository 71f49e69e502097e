using Merlon.Core.Scans;
using Merlon.Server.Tests.Apis.Guardian;
using Merlon.Server.Tests.Running;
using Microsoft.Playwright;

namespace Merlon.Server.Tests.Pages;

/// <summary>What a newcomer does, in a real browser.</summary>
public sealed class BrowserTests(SqliteServer server, Chromium chromium)
{
    [Theory]
    [InlineData("wide-light", 1280, ColorScheme.Light)]
    [InlineData("wide-dark", 1280, ColorScheme.Dark)]
    [InlineData("narrow-light", 390, ColorScheme.Light)]
    [InlineData("narrow-dark", 390, ColorScheme.Dark)]
    public async Task Newcomer_SignsInAndOpensEachPage(string look, int width, ColorScheme colors)
    {
        var tenant = await server.NewTenant();
        await Seed(tenant);
        var user = await PageClient.NewUser(tenant);
        var page = await chromium.Open(server.Address, width, colors: colors);
        var complaints = Complaints(page);
        // A generous bound, not a limit: the slow password hash shares two cores with other tests.
        Assertions.SetDefaultExpectTimeout(180_000);

        await page.GotoAsync("/");
        await Look(page, look, "signin");
        await page.GetByLabel("Login").FillAsync(user.Login);
        await page.GetByLabel("Password").FillAsync(RunningServer.AdminPassword);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What is exposed" })).ToBeVisibleAsync();
        await Look(page, look, "home");

        await page.GetByRole(AriaRole.Link, new() { Name = "Applications", Exact = true }).First.ClickAsync();
        await Look(page, look, "applications");
        await page.GetByRole(AriaRole.Link, new() { Name = "Web shop" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Web shop" })).ToBeVisibleAsync();
        await Look(page, look, "findings");
        await page.GetByRole(AriaRole.Link, new() { Name = "SQL injection" }).ClickAsync();
        await Assertions.Expect(page.GetByText("How it gets there")).ToBeVisibleAsync();
        await page.GetByLabel("Because").FillAsync("Only staff can get there");
        await page.GetByLabel("Say it is").SelectOptionAsync("ignored");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Only staff can get there" })).ToBeVisibleAsync();
        await Look(page, look, "finding");
        await page.GetByRole(AriaRole.Link, new() { Name = "Packages" }).ClickAsync();
        await page.Locator("summary").First.ClickAsync();
        await Assertions.Expect(page.GetByText("CVE-2021-45046")).ToBeVisibleAsync();
        await Look(page, look, "packages");
        await page.GetByRole(AriaRole.Link, new() { Name = "Scans", Exact = true }).ClickAsync();
        await Look(page, look, "scans");
        await page.GetByRole(AriaRole.Link, new() { Name = "Files", Exact = true }).ClickAsync();
        await Look(page, look, "files");
        await page.GetByRole(AriaRole.Link, new() { Name = "pom.xml" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Licences" })).ToBeVisibleAsync();
        await Look(page, look, "file");

        await page.GetByRole(AriaRole.Link, new() { Name = "Machines", Exact = true }).First.ClickAsync();
        await Look(page, look, "machines");
        await page.GetByRole(AriaRole.Link, new() { Name = "this-machine" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What was seen" })).ToBeVisibleAsync();
        await Look(page, look, "machine");
        foreach (var tab in new[] { "Packages", "Changes", "Snapshot" })
        {
            await page.GetByRole(AriaRole.Link, new() { Name = tab }).First.ClickAsync();
            await Look(page, look, $"machine-{tab.ToLowerInvariant()}");
        }
        await page.Locator("summary").First.ClickAsync();
        await Look(page, look, "machine-item");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search applications and nodes" }).FillAsync("log4j");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where is log4j?" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("log4j-core")).ToBeVisibleAsync();
        await Look(page, look, "search");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Login")).ToBeVisibleAsync();
        complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static async Task Seed(TestTenant tenant)
    {
        await SampleScans.WebShop(tenant);
        await SampleScans.Scan(tenant, await SampleScans.Application(tenant, "Payments gateway with a long name that wraps"), new ScanCounts(), SampleScans.Finding("Cross-site scripting", Merlon.Analysis.FindingSeverity.High, 3));
        await SampleScans.Application(tenant, "Never looked at");
        using var machine = await ScannedMachine.In(await tenant.Admin());
        await machine.Scan();
        await File.WriteAllTextAsync(machine.File, "port = 8080\n");
        await machine.Scan();
    }

    // What a browser reports by itself: broken addresses, refused styles, scripts that fail.
    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    // No page is wider than its window.
    private static async Task Look(IPage page, string look, string name)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{name} is wider than the window");
        if (Chromium.Screenshots is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{look}.png"), FullPage = true });
    }
}
