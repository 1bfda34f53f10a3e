using Community.Lifecycle;
using Community.Messaging.Deliveries;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>
/// A sale over two groups from beginning to end, on platforms that do everything, that ask for confirmation, and that
/// do nothing, with people who do at once what they are asked.
/// </summary>
public sealed class WholeSaleTests
{
    static readonly (int Minute, string[] Steps)[] Plan =
    [
        (0, ["create-group"]), (70, ["wave-1"]), (130, ["wave-2"]), (300, ["farewell", "dissolve"]),
    ];

    [Theory]
    [InlineData("Automatic")]
    [InlineData("StaffConfirmed")]
    [InlineData("Manual")]
    public async Task Every_step_is_at_its_instant_to_the_second_in_each_group(string capability)
    {
        await using var app = await AppHost.StartAsync(AppHostSetup.WithEveryAction(capability));
        var start = app.Now;
        var sale = await app.SaleAsync(2, change: body => body["waves"] = app.Waves(70, 130));
        List<string> said = [];
        foreach (var (minute, steps) in Plan)
        {
            var at = start.AddMinutes(minute);
            if (at > app.Now)
            {
                await app.AdvanceAsync(at - app.Now - TimeSpan.FromSeconds(1));
                await SaidAsync(said);
                await app.AdvanceAsync(TimeSpan.FromSeconds(1));
            }

            await DoAllTasksAsync(app, sale);
            said.AddRange(steps);
            await SaidAsync(said);
            foreach (var group in sale.Groups)
            {
                var now = (await app.DeliveriesAsync(group.GroupId)).Where(line => steps.Contains(line.Step)).ToList();
                Assert.All(
                    now, line => Assert.Equal((DeliveryState.Sent, at, at), (line.State, line.QueuedAt, line.SentAt)));
            }
        }

        var ended = await app.GetSaleAsync(sale.Id);
        Assert.Equal(FlashSaleState.Dissolved, ended.State);
        Assert.All(
            ended.Groups,
            group => Assert.Equal(
                (FlashSaleState.Dissolved, null, null), (group.State, group.WaitingFor, group.TaskId)));
        foreach (var group in sale.Groups)
        {
            Assert.Empty(await app.TasksAsync(group.GroupId));
            foreach (
                var instance in new[]
                {
                    LifecycleInstanceIds.FlashGroup(group.GroupId),
                    LifecycleInstanceIds.CharterDeadline(group.GroupId),
                    SellingInstanceIds.FlashSale(sale.Id),
                })
                Assert.Equal("Completed", await app.StatusAsync(instance));
        }

        async Task SaidAsync(IEnumerable<string> steps)
        {
            foreach (var group in sale.Groups)
                Assert.Equal(steps, (await app.DeliveriesAsync(group.GroupId)).Select(line => line.Step));
        }
    }

    static async Task DoAllTasksAsync(AppHost app, FlashSaleView sale)
    {
        foreach (var group in sale.Groups)
        {
            while (await app.TasksAsync(group.GroupId) is [var task, ..])
                await app.DoneAsync(task.Id, SampleBodies.JoinUrl);
        }
    }
}
