using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Merlon.Server.Hosting;

/// <summary>Where log lines go: standard error, as text for a person at a terminal and as one JSON object a line for everybody else.</summary>
public static class ServerLogs
{
    /// <summary>Sets up logging as the options say.</summary>
    public static void Configure(ILoggingBuilder logs, TelemetryOptions options)
    {
        logs.ClearProviders().SetMinimumLevel(options.Level);
        // The framework's own messages about each request say less than the request log of ours.
        logs.AddFilter("Microsoft", Least(LogLevel.Warning, options.Level)).AddFilter("Quartz", Least(LogLevel.Warning, options.Level));
        // A name that is taken is an answer, not an error; what really breaks reaches the log with its exception anyway.
        logs.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None).AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        // That the keys lie in the data folder unencrypted is how it is meant: the folder is its owner's alone.
        logs.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error);
        if (options.Logs is LogForm.Json || (options.Logs is LogForm.Auto && Console.IsErrorRedirected))
            logs.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else
            logs.AddSimpleConsole(text => (text.SingleLine, text.TimestampFormat) = (true, "HH:mm:ss "));
        logs.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static LogLevel Least(LogLevel a, LogLevel b) => a > b ? a : b;
}
