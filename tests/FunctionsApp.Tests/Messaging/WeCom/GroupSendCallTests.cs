using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using FakeWeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>Group sends on the fake server, whose owners confirm late or never.</summary>
public sealed class GroupSendCallTests : IAsyncLifetime
{
    readonly WeComScenario scenario = new();

    WeComGroupSendClient Sends => scenario.Get<WeComGroupSendClient>();

    [Fact]
    public async Task Group_send_waits_until_the_owner_confirms()
    {
        scenario.Corp.ConfirmsAfter = owner => owner == "owner-1" ? TimeSpan.FromHours(3) : null;
        var (own, other) = (Create("owner-1"), Create("owner-2"));

        var made = await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [own, other], "新茶到了", null)));
        Assert.Equal([other], made.FailList);
        Assert.Equal(GroupSendStatus.Unsent, (await ResultsAsync(made.MessageId, "owner-1")).Single().Status);

        await scenario.AdvanceAsync(TimeSpan.FromHours(3));
        var result = (await ResultsAsync(made.MessageId, "owner-1")).Single();
        var task = (await scenario.SucceedAsync(Sends.GetTasksAsync(made.MessageId))).TaskList.Single();

        Assert.Equal((own, GroupSendStatus.Sent), (result.ChatId, result.Status));
        Assert.Equal(("owner-1", 2), (task.UserId, task.Status));
        Assert.NotNull(result.SendTime);
    }

    [Theory]
    [InlineData(FakeSendLimit.DaysOfMonth, 31)]
    [InlineData(FakeSendLimit.SevenAWeek, 7)]
    [InlineData(FakeSendLimit.OneADay, 1)]
    public async Task Sends_of_staff_count_in_the_limit_of_a_group(FakeSendLimit limit, int allowed)
    {
        scenario.Corp.SendLimit = limit;
        scenario.Corp.ConfirmsAfter = _ => TimeSpan.Zero;
        var chat = Create("owner-1");
        for (var i = 1; i < allowed; i++) scenario.Server.GroupSends.SendByStaff("owner-1", chat);

        var last = await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [chat], "新茶到了", null)));
        Assert.Equal(GroupSendStatus.Sent, (await ResultsAsync(last.MessageId, "owner-1")).Single().Status);
        var over = await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [chat], "新茶到了", null)));

        Assert.Equal(GroupSendStatus.OverLimit, (await ResultsAsync(over.MessageId, "owner-1")).Single().Status);
    }

    [Fact]
    public async Task Sends_of_staff_and_of_the_app_are_listed()
    {
        var chat = Create("owner-1");
        await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [chat], "新茶到了", null)));
        scenario.Server.GroupSends.SendByStaff("owner-1", chat);
        var now = scenario.Clock.GetUtcNow();

        var listed = await scenario.SucceedAsync(Sends.ListAsync(now.AddDays(-1), now.AddDays(1)));

        Assert.Equal([0, 1], listed.GroupMsgList.Select(send => send.CreateType));
        Assert.All(listed.GroupMsgList, send => Assert.Equal("owner-1", send.Creator));
    }

    [Fact]
    public async Task Owner_is_reminded_three_times_a_day_at_most()
    {
        var made = await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [Create("owner-1")], "新茶到了", null)));
        for (var i = 0; i < WeComLimits.GroupSendReminders; i++)
            await scenario.SucceedAsync(Sends.RemindAsync(made.MessageId));

        Assert.IsType<WeComReply<Done>.Refused>(await scenario.RunAsync(Sends.RemindAsync(made.MessageId)));
    }

    [Fact]
    public async Task Cancelled_send_is_never_confirmed_and_a_sent_one_stays_sent()
    {
        scenario.Corp.ConfirmsAfter = _ => TimeSpan.FromHours(1);
        var chat = Create("owner-1");
        var cancelled = await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [chat], "新茶到了", null)));
        await scenario.SucceedAsync(Sends.CancelAsync(cancelled.MessageId));
        var sent = await scenario.SucceedAsync(Sends.AddAsync(new("owner-1", [chat], "新茶到了", null)));
        await scenario.AdvanceAsync(TimeSpan.FromHours(2));
        await scenario.SucceedAsync(Sends.CancelAsync(sent.MessageId));

        Assert.Equal(GroupSendStatus.Unsent, (await ResultsAsync(cancelled.MessageId, "owner-1")).Single().Status);
        Assert.Equal(GroupSendStatus.Sent, (await ResultsAsync(sent.MessageId, "owner-1")).Single().Status);
    }

    [Theory]
    [InlineData(TextLimit.GroupSendBytes, true)]
    [InlineData(TextLimit.GroupSendBytes + 1, false)]
    public async Task Limit_of_a_text_counts_its_bytes(int bytes, bool isTaken)
    {
        var text = new string('茶', bytes / 3) + new string('a', bytes % 3);

        var reply = await scenario.RunAsync(Sends.AddAsync(new("owner-1", [Create("owner-1")], text, null)));

        Assert.Equal(isTaken, reply is WeComReply<NewGroupSend>.Success);
    }

    [Fact]
    public async Task Attachment_is_sent_by_the_id_of_its_upload()
    {
        var media = scenario.Get<WeComMediaClient>();
        var id = await scenario.SucceedAsync(
            media.UploadAsync(WeComMediaType.File, "新茶\"价目.pdf", "application/pdf", "content"u8.ToArray()));
        IReadOnlyList<WeComAttachment> attachments =
        [
            WeComAttachment.OfFile(id),
            WeComAttachment.Of(new WeComLink("新茶", "https://shop.example.com/tea")),
        ];
        var send = new GroupSendRequest("owner-1", [Create("owner-1")], null, attachments);

        await scenario.SucceedAsync(Sends.AddAsync(send));
        await scenario.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Contains(
            "filename=\"新茶_价目.pdf\"",
            System.Text.Encoding.UTF8.GetString(scenario.Server.Content.Uploads[id]),
            StringComparison.Ordinal);
        Assert.IsType<WeComReply<NewGroupSend>.Refused>(await scenario.RunAsync(Sends.AddAsync(send)));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => scenario.DisposeAsync();

    string Create(string owner) => scenario.Server.Groups.Create(owner, "茶友群").Id;

    async Task<IReadOnlyList<GroupSendResult>> ResultsAsync(string messageId, string sender) =>
        (await scenario.SucceedAsync(Sends.GetResultsAsync(messageId, sender))).SendList;
}
