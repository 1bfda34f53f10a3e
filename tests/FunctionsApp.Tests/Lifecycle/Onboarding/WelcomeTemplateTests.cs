using System.Net;
using System.Net.Http.Json;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Lifecycle.Onboarding;

/// <summary>A platform that greets new members by itself, with a text that staff set once.</summary>
public sealed class WelcomeTemplateTests(WelcomeTemplateTests.Host app) : IClassFixture<WelcomeTemplateTests.Host>
{
    [Fact]
    public async Task Newcomers_share_one_task_to_set_the_welcome_and_get_no_greetings()
    {
        var group = await app.GroupAsync();

        foreach (var member in (string[])["u1", "u2", "u3"]) await app.JoinAsync(group, member);

        var welcome = Assert.Single(await app.DeliveriesAsync(group));
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal(
            (ChannelAction.SetWelcome, DeliveryState.AwaitingStaff, task.Id),
            (welcome.To, welcome.State, welcome.TaskId));
        Assert.Equal(StaffTaskKind.SetWelcome, task.Kind);
        Assert.All(
            ["欢迎 %NICKNAME% 加入", "每周三一款新茶", "群里的约定", "我是____"],
            words => Assert.Contains(words, welcome.Text, StringComparison.Ordinal));
        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);
        await app.JoinAsync(group, "u4");
        Assert.Equal(DeliveryState.Sent, Assert.Single(await app.DeliveriesAsync(group)).State);
    }

    [Fact]
    public async Task Edited_charter_asks_for_the_new_welcome_and_no_longer_for_the_old_one()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var edit = JsonContent.Create(new { name = "明前茶福利群", by = "小林" });
        (await app.SendAsync(HttpMethod.Patch, $"/api/groups/{group}", edit)).Expecting(HttpStatusCode.OK);
        await app.JoinAsync(group, "u2");

        var welcomes = (await app.DeliveriesAsync(group)).OrderBy(delivery => delivery.State).ToList();
        Assert.Equal(
            [(DeliveryState.AwaitingStaff, null), (DeliveryState.Skipped, "the welcome has changed")],
            welcomes.Select(welcome => (welcome.State, welcome.Reason)));
        Assert.Contains("明前茶福利群", welcomes[0].Text, StringComparison.Ordinal);
        Assert.Equal(welcomes[0].TaskId, Assert.Single(await app.TasksAsync(group)).Id);
    }

    [Fact]
    public async Task Member_whom_no_private_message_reaches_is_mentioned_in_the_group_by_staff()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1", name: "小周");

        await app.AdvanceAsync(TimeSpan.FromHours(25));

        var reminder = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "card-name-reminder");
        var task = Assert.Single(await app.TasksAsync(group), task => task.Id == reminder.TaskId);
        Assert.Equal(StaffTaskKind.SendMessage, task.Kind);
        Assert.StartsWith("请在群里 @ 成员 小周（u1）（平台不能私信", task.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capabilities_name_what_replaces_an_unavailable_action()
    {
        var answer = (await app.GetAsync("/api/channel/capabilities")).Expecting(HttpStatusCode.OK).Json;

        var actions = answer.GetProperty("actions").EnumerateArray().ToDictionary(
            item => item.GetProperty("action").GetString()!,
            item => (item.GetProperty("capability").GetString(), item.GetProperty("fallback").GetString()));
        Assert.Equal("Simulated", answer.GetProperty("channel").GetString());
        Assert.Equal(("Unavailable", "MentionInGroup"), actions["SendToMember"]);
        Assert.Equal(("Manual", null), actions["SetWelcome"]);
        Assert.Equal(("Automatic", null), actions["SendToGroup"]);
    }

    public sealed class Host() : AppHost(new AppHostSetup
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Simulated:SetWelcome"] = "Manual",
            ["Simulated:SendToMember"] = "Unavailable",
        },
    });
}
