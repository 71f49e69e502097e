using Merlon.Core.Advisories;
using Quartz;

namespace Merlon.Server.Hosting.Settings;

/// <summary>Reads where advisories are downloaded from, and when.</summary>
static class AdvisorySettings
{
    private const int Terabyte = 1 << 20;

    public static AdvisoryOptions Read(SettingsReader reader, AdvisoryOptions defaults)
    {
        var ecosystems = reader.List("advisories:ecosystems");
        return new()
        {
            Osv = reader.Address("advisories:osv", "http", "https"),
            Ecosystems = ecosystems.IsEmpty ? defaults.Ecosystems : ecosystems,
            Epss = reader.Address("advisories:epss", "http", "https"),
            Kev = reader.Address("advisories:kev", "http", "https"),
            Cron = Cron(reader, defaults.Cron),
            LargestFile = (long)reader.Number("advisories:largestFileMegabytes", (int)(defaults.LargestFile >> 20), 1, Terabyte) << 20,
        };
    }

    private static string Cron(SettingsReader reader, string otherwise)
    {
        if (reader.Text("advisories:cron") is not { } cron) return otherwise;
        if (!CronExpression.TryParse(cron, out _)) reader.Wrong("advisories:cron", $"must be a cron expression of Quartz such as '{otherwise}' (second, minute, hour, day, month, weekday), not '{cron}'");
        return cron;
    }
}
