using System.Globalization;
using Community.Care.Crises;
using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Crises;

/// <summary>The staff tasks about crises.</summary>
static class CrisisTasks
{
    public static IReadOnlyList<CrisisStep> Steps { get; } = Enum.GetValues<CrisisStep>();

    /// <summary>The id of <see cref="Handle"/>.</summary>
    public static string HandleId(string crisisId, CrisisStep step) => NewStaffTask.IdOf(HandleKey(crisisId, step));

    /// <summary>
    /// A step of the crisis, for its owner. It belongs to no group, because a group may end before it.
    /// </summary>
    public static NewStaffTask Handle(Crisis crisis, CrisisStep step) => new(
        HandleKey(crisis.Id, step),
        StaffTaskKind.HandleCrisis,
        Phrasebook.Chinese.Format(
            "task.HandleCrisis",
            ("cause", crisis.Cause),
            ("step", Phrasebook.Chinese.Template($"crisis.step.{step}"))),
        GroupId: null,
        crisis.OpenedAt,
        crisis.OpenedAt + CrisisDeadlines.Of(step))
    {
        Owner = crisis.Owner,
    };

    /// <summary>The id of <see cref="Decide"/>.</summary>
    public static string DecideId(CrisisProposal proposal) => NewStaffTask.IdOf(DecideKey(proposal));

    /// <summary>The task to say whether the complaints of a group are a crisis.</summary>
    public static NewStaffTask Decide(CrisisProposal proposal, Group group) => NewStaffTasks.ForGroup(
        DecideKey(proposal),
        StaffTaskKind.DecideOnCrisis,
        Phrasebook.Chinese.Format(
            "task.DecideOnCrisis",
            ("group", group.Name),
            ("complaints", proposal.Complaints.ToString(CultureInfo.InvariantCulture)),
            ("people", proposal.People.ToString(CultureInfo.InvariantCulture))),
        group,
        proposal.At);

    static string HandleKey(string crisisId, CrisisStep step) => $"crisis-{crisisId}:{step}";

    static string DecideKey(CrisisProposal proposal) =>
        string.Create(CultureInfo.InvariantCulture, $"crisis-proposal-{proposal.GroupId}-{proposal.Number}");
}
