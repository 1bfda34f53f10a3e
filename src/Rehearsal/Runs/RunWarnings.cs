using System.Globalization;
using Community.Messaging.StaffTasks;
using Community.Pushes.Guards;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Pushes.Sending;

namespace Rehearsal.Runs;

/// <summary>What a person should look at after a run, in words.</summary>
sealed class RunWarnings(
    RehearsalWorld world,
    IReadOnlyList<RunStaffHour> staff,
    IReadOnlyList<RunStock> stock,
    IReadOnlyList<RunSkip> skips)
{
    static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    readonly PushLimitsView limits =
        world.Plans.Document.Settings?.PushLimits ?? PushLimitsView.From(new PushLimits());

    public IReadOnlyList<RunWarning> Find() =>
    [
        .. PeopleBeyondPlaces(),
        .. NoFurtherGroup(),
        .. QuietHours(),
        .. StaffTaps(),
        .. TasksNotDone(),
        .. NotSent(),
        .. SoldOut(),
        .. Undissolved(),
        .. Outages(),
    ];

    IEnumerable<RunWarning> PeopleBeyondPlaces()
    {
        var places = world.Plans.Groups.Sum(group => group.Capacity ?? 0);
        if (world.Request.Members > places)
            yield return new RunWarning(
                "PeopleBeyondPlaces",
                "brand",
                string.Create(
                    CultureInfo.InvariantCulture, $"{world.Request.Members} 人要来，所有的群一共只有 {places} 个位置"));
    }

    IEnumerable<RunWarning> NoFurtherGroup()
    {
        foreach (var (campaignId, at) in world.Record.FirstTurnedAway)
        {
            var campaign = world.Plans.FindCampaign(campaignId)!;
            var last = campaign.GroupIds is { Count: > 0 } ids ? ids[^1] : null;
            yield return new RunWarning(
                "NoFurtherGroup",
                campaignId,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NameOf(last)} {Day(at)} 满员，后面没有安排别的群；{world.Record.CountOf("turnedAway", campaignId)} 人扫了码进不来"));
        }
    }

    IEnumerable<RunWarning> QuietHours()
    {
        var (start, end) = (
            TimeOnly.Parse(limits.WindowStart, CultureInfo.InvariantCulture),
            TimeOnly.Parse(limits.WindowEnd, CultureInfo.InvariantCulture));
        return from step in Steps()
               where step.At >= world.Request.From && step.At < world.Request.To
               let local = TimeOnly.FromDateTime(world.LocalOf(step.At).DateTime)
               where local < start || local > end
               select new RunWarning(
                   "QuietHours",
                   $"{step.Plan} {step.Name}",
                   $"{step.Plan} 的{step.Name}在 {Day(step.At)}，落在免打扰时间里");
    }

    IEnumerable<(string Plan, string Name, DateTimeOffset At)> Steps()
    {
        foreach (var conversion in world.Plans.Conversions)
        {
            if (conversion.WarmUp?.At is { } warmUp) yield return (conversion.Id!, "预热", warmUp);
            if (conversion.LinkAt is { } link) yield return (conversion.Id!, "链接", link);
            if (conversion.LastCallAt is { } lastCall) yield return (conversion.Id!, "最后提醒", lastCall);
            if (conversion.ClosesAt is { } closing) yield return (conversion.Id!, "结束语", closing);
        }

        foreach (var sale in world.Plans.FlashSales)
        {
            foreach (var (wave, number) in (sale.Waves ?? []).Select((wave, index) => (wave, index + 1)))
            {
                if (wave.At is { } at)
                    yield return (sale.Id!, string.Create(CultureInfo.InvariantCulture, $"第 {number} 波"), at);
            }
        }
    }

    IEnumerable<RunWarning> StaffTaps() =>
        from hour in staff
        group hour by (hour.Owner, hour.Hour.Date) into day
        let taps = day.Sum(hour => hour.Count)
        where taps > limits.OwnerTapsPerDay
        select new RunWarning(
            "StaffTaps",
            $"{day.Key.Owner} {day.Key.Date:yyyy-MM-dd}",
            string.Create(
                Chinese,
                $"负责人 {StaffNameOf(day.Key.Owner)} {day.Key.Date:M月d日 dddd} 有 {taps} 次操作，"
                + $"上限是 {limits.OwnerTapsPerDay} 次"));

    IEnumerable<RunWarning> TasksNotDone() =>
        from task in world.Record.Tasks.Values
        where task.IsMissed(world.Clock.Now) && task.Kind != nameof(StaffTaskKind.SendPushes)
        group task by (task.Owner, task.Kind) into same
        select new RunWarning(
            "TasksNotDone",
            $"{same.Key.Owner} {same.Key.Kind}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"负责人 {StaffNameOf(same.Key.Owner)} 有 {same.Count()} 件“{same.Key.Kind}”待办过了期限没有做"));

    IEnumerable<RunWarning> NotSent() =>
        from skip in skips
        where skip.PlanId is not null
        group skip by skip.PlanId into same
        select new RunWarning(
            "NotSent",
            same.Key,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{same.Key} 有 {same.Sum(skip => skip.Count)} 条消息没有发出，原因见“没有发出的”"));

    IEnumerable<RunWarning> SoldOut() =>
        from item in stock
        let planned = world.Plans.PlannedStock(item.Kind, item.PlanId, item.Title)
        where planned is not null && item.Used >= planned
        select new RunWarning(
            "SoldOut",
            $"{item.PlanId} {item.Title}",
            string.Create(CultureInfo.InvariantCulture, $"{item.PlanId} 的“{item.Title}”{planned} 份全部用完"));

    IEnumerable<RunWarning> Undissolved() =>
        from sale in world.Plans.FlashSales
        where sale.ClosesAt < world.Request.To
        from @group in sale.Groups ?? []
        where !world.Record.Actions.Exists(action =>
            action.GroupId == @group.GroupId
            && action.Action is Community.Messaging.Channels.ChannelAction.DissolveGroup)
        select new RunWarning(
            "Undissolved", @group.GroupId!, $"快闪群 {NameOf(@group.GroupId)} 到结束时还没有解散");

    IEnumerable<RunWarning> Outages()
    {
        var unsure = world.Record.Tasks.Values.Count(task => task.Kind == nameof(StaffTaskKind.CheckMessage));
        if (unsure > 0)
            yield return new RunWarning(
                "Outages",
                "platform",
                string.Create(
                    CultureInfo.InvariantCulture, $"平台没有应答时有 {unsure} 条消息不知道发没发出，要人去看"));
    }

    string NameOf(string? groupId) => groupId is null ? "" : world.Plans.FindGroup(groupId)?.Name ?? groupId;

    string StaffNameOf(string? id) => id is null
        ? "（没有负责人）"
        : world.Plans.Staff.FirstOrDefault(staff => staff.Id == id)?.Name ?? id;

    string Day(DateTimeOffset at) => world.LocalOf(at).ToString("M月d日 dddd HH:mm", Chinese);
}
