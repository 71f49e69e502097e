using Merlon.Core.Applications;
using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>An application in a list, with the scan that it shows.</summary>
/// <param name="Current">The last complete scan of the default branch; null before the first.</param>
public sealed record ApplicationLine(Application Application, Scan? Current);
