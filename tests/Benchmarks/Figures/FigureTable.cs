using System.Globalization;
using System.Text;

namespace Benchmarks.Figures;

/// <summary>The figures as one table of text.</summary>
public static class FigureTable
{
    /// <summary>Prints a line for each figure, with its detail below.</summary>
    public static string From(IReadOnlyList<Figure> figures)
    {
        var name = figures.Max(figure => figure.Name.Length);
        var value = Math.Max("measured".Length, figures.Max(figure => figure.Value.Length));
        var target = Math.Max("target".Length, figures.Max(figure => figure.Target?.Length ?? 1));
        var table = new StringBuilder();
        Line("figure", "measured", "target", "met");
        foreach (var figure in figures)
        {
            Line(
                figure.Name,
                figure.Value,
                figure.Target ?? "-",
                figure.Met switch
                {
                    true => "yes",
                    false => "NO",
                    null => "-",
                });
            table.Append("    ").AppendLine(figure.Detail);
        }

        return table.ToString();

        void Line(string first, string second, string third, string fourth) =>
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{first.PadRight(name)}  {second.PadLeft(value)}  {third.PadLeft(target)}  {fourth}");
    }
}
