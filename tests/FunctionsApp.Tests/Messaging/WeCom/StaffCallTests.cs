using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>Calls about staff, the app, the sidebar and the library of welcomes on the fake server.</summary>
public sealed class StaffCallTests : IAsyncLifetime
{
    readonly WeComScenario scenario = new();

    WeComStaffClient Staff => scenario.Get<WeComStaffClient>();

    WeComSidebarClient Sidebar => scenario.Get<WeComSidebarClient>();

    [Fact]
    public async Task Message_of_the_app_names_those_whom_it_does_not_reach()
    {
        var result = await scenario.SucceedAsync(Staff.SendAsync(["owner-1", "nobody"], "请确认群发"));

        Assert.Equal("nobody", result.Invaliduser);
        Assert.Equal(("owner-1", "请确认群发"),
            scenario.Server.Staff.Messages.Select(message => (message.To, message.Text)).Single());
    }

    [Fact]
    public async Task Robot_sends_twenty_messages_a_minute()
    {
        for (var i = 0; i < 20; i++) await scenario.SucceedAsync(Staff.SendByRobotAsync("staff", "请确认群发")!);

        Assert.IsType<WeComReply<Done>.Refused>(await scenario.RunAsync(Staff.SendByRobotAsync("staff", "请确认")!));
        Assert.Null(await scenario.RunAsync(Staff.SendByRobotAsync("unknown", "请确认")));
        Assert.Equal(0, scenario.Server.CountOf("gettoken"));
    }

    [Fact]
    public async Task App_is_read_with_the_staff_whom_it_may_see()
    {
        var app = await scenario.SucceedAsync(Staff.GetAppAsync());

        Assert.Equal((WeComHost.AgentId, 0), (app.Agentid, app.Close));
        Assert.Equal(["owner-1", "owner-2"], app.AllowUserinfos!.User.Select(user => user.Userid));
    }

    [Fact]
    public async Task Code_of_sign_in_is_good_once()
    {
        var code = scenario.Server.Staff.SignIn("owner-1");

        Assert.Equal("owner-1", (await scenario.SucceedAsync(Sidebar.GetPersonAsync(code))).Userid);
        Assert.IsType<WeComReply<SignedInPerson>.Refused>(await scenario.RunAsync(Sidebar.GetPersonAsync(code)));
    }

    [Fact]
    public async Task Tickets_of_the_corporation_and_of_the_app_differ()
    {
        var corp = await scenario.SucceedAsync(Sidebar.GetTicketAsync());
        var app = await scenario.SucceedAsync(Sidebar.GetAgentTicketAsync());

        Assert.NotEqual(corp.Ticket, app.Ticket);
        Assert.Equal(7200, corp.ExpiresIn);
    }

    [Fact]
    public async Task Welcome_is_added_edited_and_deleted()
    {
        var welcomes = scenario.Get<WeComWelcomeClient>();
        var link = WeComAttachment.Of(new WeComLink("群规", "https://brand.example.com/rules"));

        var id = await scenario.SucceedAsync(welcomes.AddAsync(new("欢迎%NICKNAME%", link)));
        Assert.Equal("群规", (string?)scenario.Server.Content.Welcomes[id]["link"]!["title"]);
        await scenario.SucceedAsync(welcomes.EditAsync(id, new("欢迎%NICKNAME%来喝茶")));
        Assert.Equal("欢迎%NICKNAME%来喝茶", (string?)scenario.Server.Content.Welcomes[id]["text"]!["content"]);
        await scenario.SucceedAsync(welcomes.DeleteAsync(id));

        Assert.Empty(scenario.Server.Content.Welcomes);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => scenario.DisposeAsync();
}
