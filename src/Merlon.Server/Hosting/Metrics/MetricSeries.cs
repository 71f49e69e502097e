using System.Diagnostics.Metrics;

namespace Merlon.Server.Hosting.Metrics;

/// <summary>One instrument with its values by labels.</summary>
/// <param name="Instrument">Whose values.</param>
/// <param name="Kind">The type in Prometheus' words: counter, gauge or histogram.</param>
sealed record MetricFamily(Instrument Instrument, string Kind)
{
    /// <summary>The most combinations of labels that are kept of one instrument; further ones are dropped, so that memory stays bounded.</summary>
    public const int MostSeries = 2_000;

    private readonly Dictionary<string, MetricSeries> _series = [];

    /// <summary>The values, ordered by their labels.</summary>
    public IEnumerable<KeyValuePair<string, MetricSeries>> Series => _series.OrderBy(series => series.Key, StringComparer.Ordinal);

    /// <summary>Takes a measurement. <paramref name="replaces"/>: the value stands for the whole; else it adds.</summary>
    public void Take(string labels, double value, bool replaces)
    {
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= MostSeries) return;
            _series.Add(labels, series = new MetricSeries());
        }
        if (replaces) series.Sum = value;
        else series.Add(value, Kind == "histogram");
    }
}

/// <summary>The value of one instrument for one combination of labels.</summary>
sealed class MetricSeries
{
    /// <summary>Upper bounds of the buckets of a histogram, in seconds as the instruments here count.</summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 300];

    /// <summary>How many measurements lie at or below each bound.</summary>
    public long[] Buckets { get; } = new long[Bounds.Length];
    public long Count { get; private set; }
    public double Sum { get; set; }

    public void Add(double value, bool intoBuckets)
    {
        Sum += value;
        Count++;
        if (!intoBuckets) return;
        for (var i = Bounds.Length - 1; i >= 0 && value <= Bounds[i]; i--) Buckets[i]++;
    }
}
