using Community.Platform;
using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports;

/// <summary>
/// A report as its renderers read it: absent lists are empty, instants are in its time zone, and groups and staff have
/// names.
/// </summary>
sealed class ReportData
{
    readonly Dictionary<string, string> groupNames = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> staffNames = new(StringComparer.Ordinal);

    public ReportData(RehearsalReport report)
    {
        Report = report;
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(report.TimeZone ?? "", out var zone) ? zone : TimeZoneInfo.Utc;
        foreach (var group in Groups) groupNames[group.Id] = group.Name;
        foreach (var hour in Staff)
        {
            if (hour is { Owner: { } owner, Name: { Length: > 0 } name }) staffNames[owner] = name;
        }
    }

    public RehearsalReport Report { get; }

    /// <summary>The time zone of the report; UTC when this machine does not know it.</summary>
    public TimeZoneInfo Zone { get; }

    public int Seeds => Report.Seeds?.Count ?? 0;

    public IReadOnlyList<RehearsalAssumption> Assumptions => Report.Assumptions ?? [];

    public IReadOnlyList<RehearsalFigure> Figures => Report.Figures ?? [];

    public IReadOnlyList<RehearsalEntry> Timeline => Report.Timeline ?? [];

    public IReadOnlyList<RehearsalStaffHour> Staff => Report.Staff ?? [];

    public IReadOnlyList<RehearsalSkip> Skipped => Report.Skipped ?? [];

    public IReadOnlyList<RehearsalGroup> Groups => Report.Groups ?? [];

    public IReadOnlyList<RehearsalStock> Stock => Report.Stock ?? [];

    public IReadOnlyList<RehearsalWarning> Warnings => Report.Warnings ?? [];

    public IReadOnlyList<RehearsalDifference> Differences => Report.Comparison?.Differences ?? [];

    public IReadOnlyList<RehearsalInfluence> Sensitivity => Report.Sensitivity ?? [];

    public DateTimeOffset ToLocal(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public DateOnly DateOf(DateTimeOffset at) => at.DateIn(Zone);

    /// <summary>The name of the group, or the id of a group that the report does not list.</summary>
    public string GroupName(string id) => groupNames.GetValueOrDefault(id, id);

    /// <summary>The name of the staff member, or the id where the report gives no name.</summary>
    public string StaffName(string id) => staffNames.GetValueOrDefault(id, id);
}
