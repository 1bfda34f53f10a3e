using Community.Care.Health;
using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Health;

/// <summary>
/// Keeps the assessments of groups, proposes an honest end of those that are dying, and asks for the review that a
/// charter sets.
/// </summary>
public sealed class GroupHealthService(
    HealthAssessor assessor, GroupHealthStore records, StaffTaskService tasks, TimeProvider clock)
{
    /// <summary>
    /// Assesses at most 100 groups, with ids in order, and stores the result. A person is asked once about each dying
    /// group, until it recovers or is gone. A repeat changes nothing.
    /// </summary>
    public async Task AssessAsync(IReadOnlyList<string> groupIds, IReadOnlyDictionary<string, int> unanswered)
    {
        var (assessed, goneIds) = await assessor.AssessAsync(groupIds, unanswered);
        foreach (var (group, before, record) in assessed)
        {
            await AskAsync(group, before, record);
            await AskForReviewAsync(group);
        }

        if (assessed.Count > 0) await records.PutAsync([.. assessed.Select(each => each.Record)]);
        await records.DeleteAsync(goneIds);
    }

    // The tasks of a dissolved group end with it.
    async Task AskAsync(Group group, GroupHealthRecord? before, GroupHealthRecord record)
    {
        if (record.DyingSince is { } since)
        {
            // A repeat of the night that found it first asks again, in case the first run ended before.
            if (before?.DyingSince is null || since == record.Day)
                await tasks.OpenAsync(TaskOf(group, record, since));
        }
        else if (before?.DyingSince is { } ended)
        {
            await tasks.WithdrawAsync(NewStaffTask.IdOf(KeyOf(group.Id, ended)), "the group has recovered");
        }
    }

    // One task for each date, until the charter has another one.
    async Task AskForReviewAsync(Group group)
    {
        var now = clock.GetUtcNow();
        if (group.Charter.ReviewAt is not { } at || at > now) return;
        var title = Phrasebook.Chinese.Format("task.ReviewGroup", ("group", group.Name));
        var key = $"group-review-{group.Id}-{at:yyyyMMddHHmm}";
        await tasks.OpenAsync(
            NewStaffTasks.ForGroup(key, StaffTaskKind.ReviewGroup, title, group, now) with { DueAt = now.AddDays(1) });
    }

    NewStaffTask TaskOf(Group group, GroupHealthRecord record, DateOnly since)
    {
        var reasons = record.Health.Reasons.Select(reason => HealthText.ReasonOf(reason, record.Health));
        var title = Phrasebook.Chinese.Format(
            "task.DecideOnEnd", ("group", group.Name), ("reasons", string.Join('，', reasons)));
        var now = clock.GetUtcNow();
        return NewStaffTasks.ForGroup(KeyOf(group.Id, since), StaffTaskKind.DecideOnEnd, title, group, now) with
        {
            DueAt = now.AddDays(1),
        };
    }

    static string KeyOf(string groupId, DateOnly since) => $"group-health-{groupId}-{since:yyyyMMdd}";
}
