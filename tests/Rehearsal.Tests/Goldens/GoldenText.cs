using System.Globalization;
using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Tests.Goldens;

/// <summary>A report as lines, so that a change of it reads well.</summary>
static class GoldenText
{
    public static string Of(RehearsalReport report) => string.Join('\n', Lines(report)) + "\n";

    static IEnumerable<string> Lines(RehearsalReport report) =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.From:O} to {report.To:O}, {report.Channel}, {report.Members} people, "
            + $"seeds {string.Join(", ", report.Seeds!)}"),
        .. report.Warnings!.Select(Of),
        .. report.Figures!.Select(Of),
        .. report.Groups!.Select(Of),
        .. report.Stock!.Select(Of),
        .. report.Skipped!.Select(Of),
        .. report.Staff!.Select(Of),
        .. report.Timeline!.Select(Of),
    ];

    static string Of(RehearsalWarning warning) => string.Create(
        CultureInfo.InvariantCulture, $"warning {warning.Kind} {warning.Seeds}: {warning.Text}");

    static string Of(RehearsalFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"figure {figure.Scope} {figure.Id ?? "-"} {figure.Name}: {figure.Mean} ({figure.Low} to {figure.High})");

    static string Of(RehearsalGroup group) => string.Create(
        CultureInfo.InvariantCulture,
        $"group {group.Id}: {group.Mean} ({group.Low} to {group.High}) of {group.Capacity}, "
        + $"full in {group.SeedsFull} seeds, {At(group.FullFrom)} to {At(group.FullTo)}, "
        + $"then {group.NextGroupId ?? "none"}");

    static string Of(RehearsalStock stock) => string.Create(
        CultureInfo.InvariantCulture,
        $"stock {stock.Kind} {stock.PlanId} {stock.Title}: {stock.Mean} ({stock.Low} to {stock.High}) "
        + $"of {stock.Planned}, cost {stock.CostMinor?.ToString(CultureInfo.InvariantCulture) ?? "none"}");

    static string Of(RehearsalSkip skip) => string.Create(
        CultureInfo.InvariantCulture,
        $"skipped {At(skip.FirstAt)} {skip.GroupId} {skip.Origin} {skip.PlanId ?? "-"} {skip.Mean} "
        + $"in {skip.Seeds}: {skip.Reason}");

    static string Of(RehearsalStaffHour hour) => string.Create(
        CultureInfo.InvariantCulture,
        $"staff {At(hour.Hour)} {hour.Owner ?? "-"}: {hour.Mean} ({hour.Low} to {hour.High})");

    static string Of(RehearsalEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{At(entry.At)} {entry.Kind} {entry.Count} {entry.GroupId ?? "-"} {entry.Origin ?? "-"} "
        + $"{entry.PlanId ?? "-"} {entry.By ?? "-"}: {entry.Text.ReplaceLineEndings(" / ")}");

    static string At(DateTimeOffset? at) =>
        at?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? "never";
}
