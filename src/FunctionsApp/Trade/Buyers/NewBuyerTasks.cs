using System.Globalization;
using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Trade.Buyers;

static class NewBuyerTasks
{
    /// <summary>
    /// The task to let new buyers into their group, which takes no members: one for the buyers of a day.
    /// </summary>
    public static NewStaffTask OpenGroup(Group group, DateTimeOffset now) => NewStaffTasks.ForGroup(
        $"new-buyers-{group.Id}:{now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}",
        StaffTaskKind.AddGroup,
        Phrasebook.Chinese.Format("task.AddGroup.firstOrders", ("group", group.Name)),
        group,
        now);
}
