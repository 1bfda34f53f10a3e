using Community.Messaging.Deliveries;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>The clock of an instance runs fast and is set right again.</summary>
public sealed class FastClockTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    string Store => Path.Combine(folder.FullName, "store.db");

    [Theory]
    [InlineData(5)]
    [InlineData(365 * 24 * 60)]
    public async Task Messages_leave_within_a_minute_when_the_clock_is_right_again(int minutesFast)
    {
        var setup = new AppHostSetup { Store = Store };
        string group;
        await using (var fast = await AppHost.StartAsync(
            setup with { Clock = setup.Clock.AddMinutes(minutesFast) }))
        {
            group = await fast.GroupAsync();
            for (var member = 0; member < 10; member++) await fast.JoinAsync(group, $"before-{member}");
        }

        await using var right = await AppHost.StartAsync(setup);
        await right.JoinAsync(group, "after");
        await right.AdvanceAsync(TimeSpan.FromMinutes(1));

        var lines = await right.DeliveriesAsync(group);
        Assert.Equal(
            [DeliveryState.Sent, DeliveryState.Sent, DeliveryState.Sent],
            lines.Where(line => line.MemberIds?.Contains("after") == true).Select(line => line.State));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
