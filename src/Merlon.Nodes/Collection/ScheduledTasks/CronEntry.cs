namespace Merlon.Nodes.Collection.ScheduledTasks;

/// <summary>A line of a crontab (crontab(5)).</summary>
sealed record CronEntry(string Schedule, string User, string Command)
{
    /// <summary>Reads a crontab; <paramref name="user"/> is whose it is, null when each line names one.</summary>
    public static IEnumerable<CronEntry> Parse(IEnumerable<string> lines, string? user)
    {
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#' || IsAssignment(line)) continue;
            var times = line[0] == '@' ? 1 : 5;
            var words = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var before = times + (user is null ? 1 : 0);
            if (words.Length <= before) continue;
            yield return new CronEntry(string.Join(' ', words[..times]), user ?? words[times], string.Join(' ', words[before..]));
        }
    }

    static bool IsAssignment(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && (char.IsAsciiLetter(line[0]) || line[0] is '_' or '"') && line[..equals].TrimEnd().All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '"');
    }
}
