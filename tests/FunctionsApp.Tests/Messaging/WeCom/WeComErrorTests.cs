using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>Errors, lost answers and time-outs of calls, and what logs keep of them.</summary>
public sealed class WeComErrorTests : IAsyncLifetime
{
    const string List = "externalcontact/groupchat/list";
    const string AddSend = "externalcontact/add_msg_template";

    readonly WeComScenario scenario = new();

    [Fact]
    public async Task Busy_platform_is_asked_three_times_more()
    {
        scenario.Server.Faults.Fail(List, -1, times: 3);
        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
        Assert.Equal(4, scenario.Server.CountOf(List));

        scenario.Server.Faults.Fail(List, -1, times: 4);
        var refused = await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        Assert.Equal(new WeComReply<GroupChatPage>.Refused(WeComErrorKind.Retry, -1), refused);
        Assert.Equal(8, scenario.Server.CountOf(List));
    }

    [Theory]
    [InlineData(45009, WeComErrorKind.Wait)]
    [InlineData(45033, WeComErrorKind.Wait)]
    [InlineData(60020, WeComErrorKind.Configuration)]
    [InlineData(84061, WeComErrorKind.NotContact)]
    public async Task Error_that_stays_is_told_at_once(int code, WeComErrorKind kind)
    {
        scenario.Server.Faults.Fail(List, code);

        var refused = await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        Assert.Equal(new WeComReply<GroupChatPage>.Refused(kind, code), refused);
        Assert.Equal(1, scenario.Server.CountOf(List));
    }

    [Fact]
    public async Task Limit_of_calls_a_minute_is_told_as_a_reason_to_wait()
    {
        scenario.Corp.CallLimits = (3, 100);
        for (var i = 0; i < 3; i++) await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        var refused = await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        Assert.Equal(new WeComReply<GroupChatPage>.Refused(WeComErrorKind.Wait, 45009), refused);
        await scenario.AdvanceAsync(TimeSpan.FromMinutes(1));
        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
    }

    [Fact]
    public async Task Read_whose_answer_is_lost_is_repeated()
    {
        scenario.Server.Faults.LoseAnswers(List, times: 2);

        await scenario.SucceedAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
    }

    [Fact]
    public async Task Group_send_whose_answer_is_lost_is_not_made_twice()
    {
        var chat = scenario.Server.Groups.Create("owner-1", "茶友群");
        scenario.Server.Faults.LoseAnswers(AddSend);

        var reply = await scenario.RunAsync(
            scenario.Get<WeComGroupSendClient>().AddAsync(new("owner-1", [chat.Id], "新茶到了", null)));

        Assert.IsType<WeComReply<NewGroupSend>.Unanswered>(reply);
        Assert.Single(scenario.Server.GroupSends.All);
    }

    [Fact]
    public async Task Call_without_a_token_is_known_not_to_be_sent()
    {
        scenario.Server.Faults.LoseAnswers("gettoken", times: 9);

        var reply = await scenario.RunAsync(
            scenario.Get<WeComGroupSendClient>().AddAsync(new("owner-1", ["wrA"], "新茶到了", null)));

        Assert.IsType<WeComReply<NewGroupSend>.NotSent>(reply);
        Assert.Equal(0, scenario.Server.CountOf(AddSend));
    }

    [Fact]
    public async Task Group_send_is_repeated_while_the_platform_is_busy()
    {
        var chat = scenario.Server.Groups.Create("owner-1", "茶友群");
        scenario.Server.Faults.Fail(AddSend, -1, times: 2);

        await scenario.SucceedAsync(
            scenario.Get<WeComGroupSendClient>().AddAsync(new("owner-1", [chat.Id], "新茶到了", null)));

        Assert.Single(scenario.Server.GroupSends.All);
    }

    [Fact]
    public async Task Platform_that_does_not_answer_holds_a_call_for_half_a_minute_at_most()
    {
        scenario.Server.Faults.Delay(List, TimeSpan.FromHours(1));
        var begun = scenario.Clock.GetUtcNow();

        var reply = await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        Assert.IsType<WeComReply<GroupChatPage>.Unanswered>(reply);
        Assert.True(scenario.Clock.GetUtcNow() - begun < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Logs_hold_no_secret_token_ticket_key_or_code()
    {
        var code = scenario.Server.Staff.SignIn("owner-1");
        await scenario.SucceedAsync(scenario.Get<WeComSidebarClient>().GetPersonAsync(code));
        var ticket = await scenario.SucceedAsync(scenario.Get<WeComSidebarClient>().GetAgentTicketAsync());
        await scenario.SucceedAsync(scenario.Get<WeComStaffClient>().SendByRobotAsync("staff", "请确认群发")!);
        scenario.Server.Faults.Fail(List, -1, times: 4);
        await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
        scenario.Server.Faults.LoseAnswers(List, times: 9);
        await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());
        scenario.Server.Faults.Delay(List, TimeSpan.FromHours(1));
        await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().ListAsync());

        Assert.NotEmpty(scenario.Lines);
        Assert.All(
            (string[])[WeComHost.Secret, "fake-token", ticket.Ticket, WeComHost.RobotKey, code, "access_token="],
            secret => Assert.DoesNotContain(
                scenario.Lines, line => $"{line}".Contains(secret, StringComparison.Ordinal)));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => scenario.DisposeAsync();
}
