using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Selling.FlashSales;

static class FlashSaleTasks
{
    /// <summary>The task to open the new-buyer group, which takes no members.</summary>
    public static NewStaffTask OpenNewBuyerGroup(FlashSale sale, Group group, DateTimeOffset now) =>
        NewStaffTasks.ForGroup(
            $"{SellingInstanceIds.FlashSale(sale.Id)}:new-buyers:{group.Id}",
            StaffTaskKind.AddGroup,
            Phrasebook.Chinese.Format("task.AddGroup.newBuyers", ("sale", sale.Name), ("group", group.Name)),
            group,
            now);
}
