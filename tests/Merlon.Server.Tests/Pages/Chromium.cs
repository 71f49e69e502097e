using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Merlon.Server.Tests.Pages.Chromium))]

namespace Merlon.Server.Tests.Pages;

/// <summary>The machine's own Chromium, started at its first use; one for all tests.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where screenshots go when somebody wants to look at them; null when nobody does.</summary>
    public static string? Screenshots { get; } = Environment.GetEnvironmentVariable("MERLON_SCREENSHOTS");

    /// <summary>A window of its own, without cookies.</summary>
    public async Task<IPage> Open(Uri address, int width = 1280, int height = 900, ColorScheme colors = ColorScheme.Light)
    {
        var context = await (await Browser()).NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = colors, ReducedMotion = ReducedMotion.Reduce });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> Browser()
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : throw new InvalidOperationException("Chromium is not installed: apt-get install chromium"),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
