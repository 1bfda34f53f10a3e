using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Messaging.WeCom.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>The token that the instances of the app share.</summary>
public sealed class AccessTokenTests : IAsyncLifetime
{
    readonly WeComScenario scenario = new();

    [Fact]
    public async Task Instances_share_one_token()
    {
        var instances = Enumerable.Range(0, 5).Select(_ => scenario.NewInstance()).ToList();

        var replies = await scenario.RunAsync(Task.WhenAll(instances.SelectMany(TwoCalls)));

        Assert.All(replies, reply => Assert.IsType<WeComReply<GroupChatPage>.Success>(reply));
        Assert.Equal(1, scenario.Server.CountOf("gettoken"));
    }

    [Fact]
    public async Task Token_that_the_platform_ends_early_is_renewed_once_for_all_instances()
    {
        var instances = Enumerable.Range(0, 5).Select(_ => scenario.NewInstance()).ToList();
        await scenario.RunAsync(Task.WhenAll(instances.SelectMany(TwoCalls)));

        scenario.Server.ExpireToken();
        var replies = await scenario.RunAsync(Task.WhenAll(instances.SelectMany(TwoCalls)));

        Assert.All(replies, reply => Assert.IsType<WeComReply<GroupChatPage>.Success>(reply));
        Assert.Equal(2, scenario.Server.CountOf("gettoken"));
    }

    [Theory]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task Call_whose_token_is_rejected_again_ends_after_one_repeat(int code)
    {
        scenario.Server.Faults.Fail("externalcontact/groupchat/list", code, times: 10);

        var reply = await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        Assert.Equal(
            new WeComReply<GroupChatPage>.Refused(WeComErrorKind.RefreshToken, code),
            Assert.IsType<WeComReply<GroupChatPage>.Refused>(reply));
        Assert.Equal(2, scenario.Server.CountOf("externalcontact/groupchat/list"));
    }

    [Fact]
    public async Task Token_is_renewed_shortly_before_its_end()
    {
        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        await scenario.AdvanceAsync(scenario.Corp.TokenLifetime - AccessTokenRules.Margin - TimeSpan.FromMinutes(1));
        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
        Assert.Equal(1, scenario.Server.CountOf("gettoken"));

        await scenario.AdvanceAsync(TimeSpan.FromMinutes(2));
        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
        Assert.Equal(2, scenario.Server.CountOf("gettoken"));
    }

    [Fact]
    public async Task Platform_that_gives_no_token_is_asked_a_few_times_an_hour_only()
    {
        var wrong = scenario.NewInstance("another-secret").GetRequiredService<WeComGroupChatClient>();
        for (var minute = 0; minute < 59; minute++)
        {
            var refused = await scenario.RunAsync(wrong.ListAsync());
            Assert.Equal(new WeComReply<GroupChatPage>.Refused(WeComErrorKind.Configuration, 40001), refused);
            await scenario.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(AccessTokenRules.MaxFailures, scenario.Server.CountOf("gettoken"));
        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
    }

    [Fact]
    public async Task Platform_that_answers_late_is_asked_again_after_the_lease()
    {
        scenario.Server.Faults.Delay("gettoken", TimeSpan.FromMinutes(5));
        Assert.IsType<WeComReply<string>.Unanswered>(
            await scenario.RunAsync(scenario.Get<AccessTokenStore>().GetAsync()));

        scenario.Server.Faults.Delay("gettoken", TimeSpan.Zero);

        await scenario.SucceedAsync(scenario.NewInstance().GetRequiredService<AccessTokenStore>().GetAsync());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => scenario.DisposeAsync();

    static IEnumerable<Task<WeComReply<GroupChatPage>>> TwoCalls(IServiceProvider instance)
    {
        var client = instance.GetRequiredService<WeComGroupChatClient>();
        return [client.ListAsync(), client.ListAsync()];
    }
}
