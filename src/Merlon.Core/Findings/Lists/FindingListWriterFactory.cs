using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings.Lists;

/// <summary>Lets public services of the domain use the writer, which is nobody else's business.</summary>
public sealed class FindingListWriterFactory(MerlonDb db, IStorageEngine engine, FindingProfiles profiles)
{
    internal FindingListWriter Create() => new(db, engine, new FindingListCounts(profiles));
}
