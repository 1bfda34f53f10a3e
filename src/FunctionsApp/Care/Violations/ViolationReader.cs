using Community.Care.Violations;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Violations;

/// <summary>Reads violations as they are shown to those who decide.</summary>
public sealed class ViolationReader(
    ViolationStore violations, KnownPersonReader people, StaffTaskStore tasks, TimeProvider clock)
{
    public async Task<ViolationView> ReadAsync(Violation violation)
    {
        var person = await people.ReadAsync(violation.MemberId);
        return new ViolationView(
            violation.Id,
            violation.GroupId,
            violation.MemberId,
            violation.Kind,
            violation.State,
            violation.Measure,
            violation.Consequence,
            violation.Evidence,
            violation.History[0].By,
            violation.Owner,
            violation.At,
            violation.CountsUntil,
            [.. violation.History.Select(ViolationEntryView.From)],
            person.UnionId,
            await EarlierAsync(violation, person),
            await FindTaskAsync(violation));
    }

    async Task<IReadOnlyList<ViolationSummaryView>> EarlierAsync(Violation violation, KnownPerson person)
    {
        var all = (await violations.AllAsync(violation.MemberId)).Concat(await people.OfOtherIdsAsync(person));
        return
        [
            .. all
                .Where(other => other.Id != violation.Id && clock.GetUtcNow() < other.CountsUntil)
                .OrderByDescending(other => other.At)
                .Select(ViolationSummaryView.From),
        ];
    }

    // A task is deleted some time after it was done.
    async Task<ViolationTaskView?> FindTaskAsync(Violation violation) =>
        ViolationTasks.NextId(violation) is { } id && await tasks.FindAsync(id) is { Value: var task }
            ? ViolationTaskView.From(task)
            : null;
}
