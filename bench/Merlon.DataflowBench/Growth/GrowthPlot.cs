using System.Globalization;
using System.Text;

namespace Merlon.DataflowBench.Growth;

/// <summary>Draws seconds of processor over lines, with the curve that n log n would take from the first point on.</summary>
sealed class GrowthPlot(IReadOnlyList<GrowthPoint> points)
{
    const int Width = 640, Height = 400, Margin = 60;

    readonly double mostLines = points.Max(p => p.Lines);
    readonly double mostSeconds = Math.Max(points.Max(p => p.Processor), Expected(points[0], points.Max(p => p.Lines)));

    public string ToSvg()
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="M{Margin} {Margin / 2}V{Height - Margin}H{Width - Margin / 2}" fill="none" stroke="#888"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<path d="{Curve()}" fill="none" stroke="#888" stroke-dasharray="4 4"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<polyline points="{string.Join(' ', points.Select(p => $"{X(p.Lines)},{Y(p.Processor)}"))}" fill="none" stroke="#06c" stroke-width="2"/>""");
        foreach (var point in points) Mark(svg, point);
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{Width / 2}" y="{Height - 12}" text-anchor="middle">lines; dashed: n log n from the first point</text>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="14" y="{Height / 2}" text-anchor="middle" transform="rotate(-90 14 {Height / 2})">seconds of processor</text>""");
        return svg.AppendLine("</svg>").ToString();
    }

    void Mark(StringBuilder svg, GrowthPoint point)
    {
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<circle cx="{X(point.Lines)}" cy="{Y(point.Processor)}" r="4" fill="#06c"/>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{X(point.Lines)}" y="{Y(point.Processor) - 10}" text-anchor="middle">{point.Processor:F0} s, {point.PeakMegabytes:F0} MB</text>""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{X(point.Lines)}" y="{Height - Margin + 16}" text-anchor="middle">{point.Lines / 1000}k</text>""");
    }

    string Curve() => "M" + string.Join('L', Enumerable.Range(0, 41).Select(i => points[0].Lines + (mostLines - points[0].Lines) * i / 40).Select(n => string.Create(CultureInfo.InvariantCulture, $"{X(n)} {Y(Expected(points[0], n))}")));

    static double Expected(GrowthPoint first, double lines) => first.Processor * lines * Math.Log(lines) / (first.Lines * Math.Log(first.Lines));

    int X(double lines) => Margin + (int)(lines / mostLines * (Width - 2 * Margin));

    int Y(double seconds) => Height - Margin - (int)(seconds / mostSeconds * (Height - 2 * Margin));
}
