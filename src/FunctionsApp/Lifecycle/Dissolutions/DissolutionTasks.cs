using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Lifecycle.Dissolutions;

static class DissolutionTasks
{
    /// <summary>The task to dissolve a group whose dissolution the platform does not confirm.</summary>
    public static NewStaffTask ConfirmDissolved(Group group, DateTimeOffset now) => NewStaffTasks.ForGroup(
        $"{DissolutionDeliveries.CauseOf(group)}:dissolution-unconfirmed:{group.Id}",
        StaffTaskKind.DissolveGroup,
        Phrasebook.Chinese.Format("task.DissolveGroup.unconfirmed", ("group", group.Name)),
        group,
        now);
}
