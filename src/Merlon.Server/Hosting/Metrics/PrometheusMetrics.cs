using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Merlon.Server.Hosting.Metrics;

/// <summary>Listens to the meters and writes their values in Prometheus' text form, version 0.0.4.</summary>
sealed class PrometheusMetrics : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public PrometheusMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (MetricNames.Includes(instrument.Meter.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Take(instrument, (double)value, tags));
        _listener.Start();
    }

    /// <summary>Every value as of now.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_gate)
        {
            foreach (var (name, family) in _families) Write(text, name, family);
        }
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Write(StringBuilder text, string name, MetricFamily family)
    {
        if (family.Instrument.Description is { Length: > 0 } help) text.Append($"# HELP {name} {help.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal)}\n");
        text.Append($"# TYPE {name} {family.Kind}\n");
        foreach (var (labels, series) in family.Series)
        {
            if (family.Kind != "histogram")
            {
                text.Append($"{name}{Braced(labels)} {Number(series.Sum)}\n");
                continue;
            }
            for (var i = 0; i < MetricSeries.Bounds.Length; i++) text.Append($"{name}_bucket{Braced(With(labels, $"le=\"{Number(MetricSeries.Bounds[i])}\""))} {series.Buckets[i]}\n");
            text.Append($"{name}_bucket{Braced(With(labels, "le=\"+Inf\""))} {series.Count}\n{name}_sum{Braced(labels)} {Number(series.Sum)}\n{name}_count{Braced(labels)} {series.Count}\n");
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_gate)
        {
            var (kind, suffix) = KindOf(instrument);
            var name = Name(instrument) + suffix;
            if (!_families.TryGetValue(name, out var family)) _families.Add(name, family = new MetricFamily(instrument, kind));
            family.Take(labels, value, replaces: instrument.IsObservable || IsGauge(instrument));
        }
    }

    private static (string Kind, string Suffix) KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        if (type.StartsWith("Histogram", StringComparison.Ordinal)) return ("histogram", "");
        return type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? ("counter", "_total") : ("gauge", "");
    }

    private static bool IsGauge(Instrument instrument) => instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);

    // http.server.request.duration in s becomes http_server_request_duration_seconds.
    private static string Name(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => "" };
        return string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) + unit;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var parts = new string[tags.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            var value = Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? "";
            parts[i] = $"{string.Concat(tags[i].Key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
        }
        Array.Sort(parts, StringComparer.Ordinal);
        return string.Join(',', parts);
    }

    private static string With(string labels, string another) => labels.Length == 0 ? another : $"{labels},{another}";

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
