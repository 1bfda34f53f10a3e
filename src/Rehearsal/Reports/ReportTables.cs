using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Runs;

namespace Rehearsal.Reports;

/// <summary>A file of a report: its headings and its rows of text, numbers, names and instants.</summary>
sealed record ReportTable(string Name, IReadOnlyList<string> Headings, IEnumerable<object?[]> Rows);

/// <summary>The tables of a report.</summary>
static class ReportTables
{
    public static IEnumerable<ReportTable> Of(ReportData data, IReadOnlyList<RunMessage> messages) =>
    [
        Figures(data.Figures),
        Timeline(data.Timeline),
        Staff(data.Staff),
        Skipped(data.Skipped),
        Groups(data.Groups),
        Stock(data.Stock),
        Warnings(data.Warnings),
        Messages(messages),
    ];

    static ReportTable Figures(IEnumerable<RehearsalFigure> figures) => new(
        "figures.csv",
        ["scope", "id", "name", "mean", "low", "high"],
        figures.Select(row => new object?[] { row.Scope, row.Id, row.Name, row.Mean, row.Low, row.High }));

    static ReportTable Timeline(IEnumerable<RehearsalEntry> timeline) => new(
        "timeline.csv",
        ["at", "kind", "groupId", "origin", "planId", "text", "by", "count"],
        timeline.Select(row => new object?[]
        {
            row.At, row.Kind, row.GroupId, row.Origin, row.PlanId, row.Text, row.By, row.Count,
        }));

    static ReportTable Staff(IEnumerable<RehearsalStaffHour> staff) => new(
        "staff.csv",
        ["owner", "name", "hour", "mean", "low", "high"],
        staff.Select(row => new object?[] { row.Owner, row.Name, row.Hour, row.Mean, row.Low, row.High }));

    static ReportTable Skipped(IEnumerable<RehearsalSkip> skipped) => new(
        "skipped.csv",
        ["groupId", "origin", "planId", "reason", "mean", "seeds", "firstAt"],
        skipped.Select(row => new object?[]
        {
            row.GroupId, row.Origin, row.PlanId, row.Reason, row.Mean, row.Seeds, row.FirstAt,
        }));

    static ReportTable Groups(IEnumerable<RehearsalGroup> groups) => new(
        "groups.csv",
        ["id", "name", "capacity", "mean", "low", "high", "seedsFull", "fullFrom", "fullTo", "nextGroupId"],
        groups.Select(row => new object?[]
        {
            row.Id, row.Name, row.Capacity, row.Mean, row.Low, row.High,
            row.SeedsFull, row.FullFrom, row.FullTo, row.NextGroupId,
        }));

    static ReportTable Stock(IEnumerable<RehearsalStock> stock) => new(
        "stock.csv",
        ["kind", "planId", "title", "planned", "mean", "low", "high", "costMinor"],
        stock.Select(row => new object?[]
        {
            row.Kind, row.PlanId, row.Title, row.Planned, row.Mean, row.Low, row.High, row.CostMinor,
        }));

    static ReportTable Warnings(IEnumerable<RehearsalWarning> warnings) => new(
        "warnings.csv",
        ["kind", "text", "seeds"],
        warnings.Select(row => new object?[] { row.Kind, row.Text, row.Seeds }));

    static ReportTable Messages(IEnumerable<RunMessage> messages) => new(
        "messages.csv",
        ["at", "groupId", "memberId", "origin", "planId", "text", "by"],
        messages.Select(row => new object?[]
        {
            row.At, row.GroupId, row.MemberId, row.Origin, row.PlanId, row.Text, row.By,
        }));
}
