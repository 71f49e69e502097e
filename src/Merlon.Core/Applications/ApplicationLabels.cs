using System.Collections.Immutable;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Applications;

/// <summary>The labels of an application: bare words, kept beside its tags as keys without a value.</summary>
public static class ApplicationLabels
{
    /// <summary>Longest label, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Most labels and tags of one application.</summary>
    public const int MaxCount = 200;

    /// <summary>The bare words.</summary>
    public static IEnumerable<string> Of(Application application) => application.Labels.Where(l => l.Value.Length == 0).Select(l => l.Key);

    /// <summary>The labels with a value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Tags(Application application) => application.Labels.Where(l => l.Value.Length > 0);

    /// <summary>Clears, then removes, then adds bare words; tags are left alone.</summary>
    public static Refusal? Change(Application application, bool clear, IReadOnlyCollection<string> remove, IReadOnlyCollection<string> add)
    {
        if (add.Any(label => string.IsNullOrWhiteSpace(label) || label.Length > MaxLength)) return new Refusal.Invalid("add", $"A label has 1 to {MaxLength} characters.");
        var bare = Of(application).ToHashSet();
        var labels = application.Labels.RemoveRange(clear ? bare : remove.Where(bare.Contains));
        labels = labels.AddRange(add.Distinct().Where(label => !labels.ContainsKey(label)).Select(label => KeyValuePair.Create(label, "")));
        if (labels.Count > MaxCount) return new Refusal.OverLimit("labels of an application", MaxCount, labels.Count);
        application.Labels = labels;
        return null;
    }
}
