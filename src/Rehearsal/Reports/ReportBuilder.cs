using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Runs;

namespace Rehearsal.Reports;

/// <summary>Makes one report of the runs of all seeds.</summary>
static class ReportBuilder
{
    public static RehearsalReport Build(RehearsalRequest request, IReadOnlyList<RunResult> runs)
    {
        var ordered = runs.OrderBy(run => run.Seed).ToList();
        var plans = request.Plans;
        return new RehearsalReport(
            RehearsalReport.SchemaName,
            RehearsalReport.CurrentVersion,
            plans.Document.BrandId,
            plans.Digest,
            Local(request.From),
            Local(request.To),
            plans.Zone.Id,
            plans.IsOnWeCom ? "WeCom" : "Simulated",
            request.Members,
            [.. ordered.Select(run => run.Seed)],
            SimulatedParts.Of(plans),
            [.. request.Behaviour.Parameters.Values
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
                .Select(parameter => new RehearsalAssumption(parameter.Name, parameter.Value, parameter.Source))],
            Figures(ordered),
            ordered[0].Timeline,
            Staff(request, ordered),
            Skipped(ordered),
            Groups(request, ordered),
            Stock(request, ordered),
            Warnings(ordered));

        DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, plans.Zone);
    }

    static List<RehearsalFigure> Figures(List<RunResult> runs) =>
    [
        .. from figure in runs[0].Figures
           let band = Band.Of(runs.Select(run => run.ValueOf(figure)))
           select new RehearsalFigure(figure.Scope, figure.Id, figure.Name, band.Mean, band.Low, band.High),
    ];

    static List<RehearsalStaffHour> Staff(RehearsalRequest request, List<RunResult> runs) =>
    [
        .. from hour in runs.SelectMany(run => run.Staff)
           group hour by (hour.Owner, hour.Hour) into same
           orderby same.Key.Hour, same.Key.Owner
           let band = Band.Of(runs.Select(run => (double)run.Staff
               .Where(hour => hour.Owner == same.Key.Owner && hour.Hour == same.Key.Hour).Sum(hour => hour.Count)))
           select new RehearsalStaffHour(
               same.Key.Owner, NameOf(request, same.Key.Owner), same.Key.Hour, band.Mean, band.Low, band.High),
    ];

    static List<RehearsalSkip> Skipped(List<RunResult> runs) =>
    [
        .. from skip in runs.SelectMany(run => run.Skipped.Select(skip => (run.Seed, Skip: skip)))
           group skip by (skip.Skip.GroupId, skip.Skip.Origin, skip.Skip.PlanId, skip.Skip.Reason) into same
           let first = same.Min(skip => skip.Skip.FirstAt)
           orderby first, same.Key.GroupId, same.Key.PlanId, same.Key.Reason
           select new RehearsalSkip(
               same.Key.GroupId,
               same.Key.Origin,
               same.Key.PlanId,
               same.Key.Reason,
               Math.Round((double)same.Sum(skip => skip.Skip.Count) / runs.Count, 4),
               same.Select(skip => skip.Seed).Distinct().Count(),
               first),
    ];

    static List<RehearsalGroup> Groups(RehearsalRequest request, List<RunResult> runs) =>
    [
        .. from @group in request.Plans.Groups
           let own = runs.Select(run => run.Groups.Single(one => one.Id == @group.Id)).ToList()
           let members = Band.Of(own.Select(one => (double)one.Members))
           let full = own.Select(one => one.FullAt).OfType<DateTimeOffset>().ToList()
           select new RehearsalGroup(
               @group.Id!,
               @group.Name ?? @group.Id!,
               @group.Capacity ?? 0,
               members.Mean,
               members.Low,
               members.High,
               full.Count,
               InstantOf(full, request, band => band.Low),
               InstantOf(full, request, band => band.High),
               NextOf(request, @group.Id!)),
    ];

    static DateTimeOffset? InstantOf(
        List<DateTimeOffset> instants, RehearsalRequest request, Func<Band, double> choose) => instants.Count == 0
        ? null
        : TimeZoneInfo.ConvertTime(
            request.From.AddSeconds(
                Math.Round(choose(Band.Of(instants.Select(at => (at - request.From).TotalSeconds))))),
            request.Plans.Zone);

    static string? NextOf(RehearsalRequest request, string groupId) => request.Plans.Campaigns
        .Select(campaign => campaign.GroupIds ?? [])
        .Where(ids => ids.Contains(groupId, StringComparer.Ordinal))
        .Select(ids => ids.SkipWhile(id => id != groupId).Skip(1).FirstOrDefault())
        .FirstOrDefault();

    static List<RehearsalStock> Stock(RehearsalRequest request, List<RunResult> runs) =>
    [
        .. from item in runs[0].Stock
           let own = runs.SelectMany(run => run.Stock)
               .Where(other => other.Kind == item.Kind && other.PlanId == item.PlanId && other.Title == item.Title)
               .ToList()
           let used = Band.Of(own.Select(other => (double)other.Used))
           select new RehearsalStock(
               item.Kind,
               item.PlanId,
               item.Title,
               request.Plans.PlannedStock(item.Kind, item.PlanId, item.Title),
               used.Mean,
               used.Low,
               used.High,
               item.CostMinor is null ? null : Math.Round(own.Average(other => other.CostMinor ?? 0), 2)),
    ];

    // The text of the first seed in which the warning holds stands for all of them.
    static List<RehearsalWarning> Warnings(List<RunResult> runs) =>
    [
        .. from warning in runs.SelectMany(run => run.Warnings.Select(warning => (run.Seed, Warning: warning)))
           group warning by (warning.Warning.Kind, warning.Warning.Subject) into same
           let seeds = same.Select(warning => warning.Seed).Distinct().Count()
           orderby seeds descending, same.Key.Kind, same.Key.Subject
           select new RehearsalWarning(same.Key.Kind, same.First().Warning.Text, seeds),
    ];

    static string? NameOf(RehearsalRequest request, string? owner) =>
        request.Plans.Staff.FirstOrDefault(staff => staff.Id == owner)?.Name;
}
