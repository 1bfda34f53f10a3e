using Community.Care.Violations;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Violations;

/// <summary>Opens and ends the staff tasks that follow from the state of a violation. It can be repeated.</summary>
public sealed class ViolationFollowUp(ViolationStore violations, GroupStore groups, StaffTaskService tasks)
{
    /// <summary>
    /// Follows the violation as it is stored: another request may change it while this one opens a task.
    /// </summary>
    public async Task FollowAsync(Violation violation)
    {
        while (true)
        {
            await EndAsync(violation);
            await OpenAsync(violation);
            if (await violations.FindAsync(violation.Id) is not { Value: var current }
                || current.History.Count == violation.History.Count) return;
            violation = current;
        }
    }

    async Task EndAsync(Violation violation)
    {
        var decisions = violation.Decisions.Count();
        if (violation.State is ViolationState.Appealed)
            await tasks.WithdrawAsync(ViolationTasks.CarryOutId(violation, decisions), "the decision is appealed");
        if (violation.IsUndecided || decisions == 0) return;
        await tasks.CompleteAsync(ViolationTasks.DecideId(violation, decisions - 1), new CompleteTaskRequest(null));
        await tasks.WithdrawAsync(ViolationTasks.CarryOutId(violation, decisions - 1), "it was decided again");
    }

    async Task OpenAsync(Violation violation)
    {
        if (await groups.LookUpAsync(violation.GroupId) is not { IsAlive: true } group) return;
        if (ViolationTasks.Next(violation, group) is not { } task) return;
        // What is to be carried out needs the member; what is to be decided does not.
        if (task.MemberId is not null && await HasLeftAsync(violation)) return;
        await tasks.OpenAsync(task);
    }

    async Task<bool> HasLeftAsync(Violation violation) =>
        await groups.FindMemberAsync(violation.GroupId, violation.MemberId) is { IsPresent: false };
}
