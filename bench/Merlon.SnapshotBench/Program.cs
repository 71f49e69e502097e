using Merlon.SnapshotBench;

// One process, one thread; pin it to one core with taskset to leave the runtime's own threads no second one.
var items = args.Length > 0 ? int.Parse(args[0]) : 160_000;
const int Rounds = 31;

foreach (var (name, oneIn) in new[] { ("nothing changed", 0), ("1 % changed everywhere", 100), ("everything changed", 1) })
{
    var figures = SnapshotComparison.Measure(name, items, oneIn, Rounds);
    Console.WriteLine($"{figures.Name}: {figures.Items} items, {figures.StoredBytes / 1024} KiB stored, {figures.Changes} changes, "
        + $"minimum {figures.MinimumMilliseconds:F1} ms, median {figures.MedianMilliseconds:F1} ms of {Rounds}; processor time {figures.MedianProcessorMilliseconds:F1} ms");
}
