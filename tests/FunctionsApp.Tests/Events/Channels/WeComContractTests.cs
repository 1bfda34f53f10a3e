using Community.Messaging.Deliveries;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Events.Channels;

/// <summary>WeCom under the contract, and where it tells more than a broken connection.</summary>
public sealed class WeComContractTests(WeComPlatform platform)
    : ChannelContractTests(platform), IClassFixture<WeComPlatform>
{
    [Fact]
    public async Task Platform_that_says_that_it_did_nothing_is_asked_again_and_prepares_once()
    {
        var group = await platform.GroupAsync();
        platform.Server.Faults.Fail(WeComPlatform.GroupSendPath, -1);

        await platform.App.EndGroupAsync(group);

        var farewell = Assert.Single(await platform.App.DeliveriesAsync(group), line => line.Step == "farewell");
        Assert.Equal(DeliveryState.AwaitingStaff, farewell.State);
        Assert.Null(farewell.Reason);
        Assert.Single(await platform.MessagesAsync(group));
    }
}
