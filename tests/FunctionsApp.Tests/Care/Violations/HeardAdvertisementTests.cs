using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Violations;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Violations;

/// <summary>Advertisements that members post in a group.</summary>
public sealed class HeardAdvertisementTests(AppHost app) : IClassFixture<AppHost>
{
    const string Text = "加微信看货，返利";

    [Fact]
    public async Task Advertisement_waits_for_a_person_and_nothing_is_sent()
    {
        var (group, owner) = await app.OwnedGroupAsync();

        await app.PostMessageAsync(group, "u1", Text);

        var heard = await app.ViolationAsync(Assert.Single(await app.ListViolationsAsync($"groupId={group}")).Id);
        Assert.Equal(
            (ViolationState.Proposed, ViolationMeasure.Warning, Violation.Channel, Text),
            (heard.State, heard.Measure, heard.By, heard.Evidence));
        Assert.Equal("DecideOnViolation", await app.OpenKindsAsync(group));
        Assert.Equal(owner, Assert.Single(await app.TasksAsync(group)).Owner);
        Assert.Empty(await app.DeliveriesAsync(group));
        (await app.DecideAsync(heard.Id)).Expecting(HttpStatusCode.OK);
        Assert.Equal("WarnMember", await app.OpenKindsAsync(group));
    }

    [Fact]
    public async Task Burst_counts_once_and_other_messages_join_it_before_the_decision()
    {
        var (group, _) = await app.OwnedGroupAsync();
        foreach (var text in (string[])[Text, Text, "扫码进群领茶", Text]) await app.PostMessageAsync(group, "u1", text);
        await app.PostMessageAsync(group, "u2", Text);

        var heard = await app.ListViolationsAsync($"groupId={group}&memberId=u1");
        var first = await app.ViolationAsync(Assert.Single(heard).Id);
        Assert.Equal([Text, "扫码进群领茶"], first.History.Select(entry => entry.Text));
        Assert.Equal(2, (await app.ListViolationsAsync($"groupId={group}")).Count);

        await app.DecideAsync(first.Id);
        await app.PostMessageAsync(group, "u1", Text);
        Assert.Single(await app.ListViolationsAsync($"groupId={group}&memberId=u1"));
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.PostMessageAsync(group, "u1", Text);
        var again = await app.ListViolationsAsync($"groupId={group}&memberId=u1");
        Assert.Equal([ViolationState.Proposed, ViolationState.Upheld], again.Select(violation => violation.State));
    }

    [Fact]
    public async Task Event_that_comes_again_is_the_same_violation()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var id = app.NewId("message");
        var data = new JsonObject { ["groupId"] = group, ["memberId"] = "u1", ["text"] = Text };
        await app.SendEventAsync("message.posted", data, app.Now, id);
        await app.SendEventAsync("message.posted", data.DeepClone().AsObject(), app.Now, id);

        Assert.Single(await app.ListViolationsAsync($"groupId={group}"));
    }

    [Fact]
    public async Task Code_in_a_picture_counts_where_the_channel_tells()
    {
        var (group, _) = await app.OwnedGroupAsync();

        await app.SendEventAsync("message.posted", new JsonObject
        {
            ["groupId"] = group,
            ["memberId"] = "u1",
            ["text"] = "看图",
            ["hasQrCode"] = true,
        });

        Assert.Single(await app.ListViolationsAsync($"groupId={group}"));
    }

    [Fact]
    public async Task Own_links_and_codes_of_posters_are_no_violations_and_imitations_are()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var join = (await app.GetAsync($"/api/groups/{group}")).Expecting(HttpStatusCode.OK).As<GroupView>().JoinUrl;
        string[] own =
        [
            "进来一起喝茶 https://brand.example.com/g/abc，", "HTTPS://Brand.Example.COM:443/u/abc",
            "(https://brand.example.com)", $"进群：{join}",
        ];
        foreach (var text in own) await app.PostMessageAsync(group, "u1", text);
        await PostCodeAsync(group, "u1", "https://brand.example.com/s/abc");
        await PostCodeAsync(group, "u1", join!);
        Assert.Empty(await app.ListViolationsAsync($"groupId={group}"));

        string[] foreign =
        [
            "https://brand.example.com.evil.example/g/abc", "https://brand.example.com@evil.example/g/abc",
            "https://shop.brand.example.com/g/abc", "https://brand.example.com/g/abc,https://evil.example", $"{join}x",
        ];
        foreach (var (index, text) in foreign.Index()) await app.PostMessageAsync(group, $"u{index}", text);
        await PostCodeAsync(group, "c1", "https://evil.example/s/abc");
        await PostCodeAsync(group, "c2", "wxid_abc");
        Assert.Equal(7, (await app.ListViolationsAsync($"groupId={group}")).Count);
    }

    [Theory]
    [InlineData("https://茶铺.example", "https://xn--cl1av77a.example/g/abc")]
    [InlineData("", "http://127.0.0.1:7071/g/abc")]
    [InlineData("", "http://localhost:7071/g/abc")]
    public async Task Own_address_is_known_as_browsers_write_it(string publicBaseUrl, string link)
    {
        await using var other = await StartAsync(publicBaseUrl);
        var (group, _) = await other.OwnedGroupAsync();

        await other.PostMessageAsync(group, "u1", link);
        Assert.Empty(await other.ListViolationsAsync($"groupId={group}"));

        await other.PostMessageAsync(group, "u1", "https://evil.example/g/abc");
        Assert.Single(await other.ListViolationsAsync($"groupId={group}"));
    }

    [Fact]
    public async Task Staff_own_links_and_ordinary_messages_are_no_violations()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var account = app.NewId("account");
        (await app.PostAsync("/api/staff", new JsonObject
        {
            ["id"] = app.NewId("staff"),
            ["name"] = "小周",
            ["weComUserId"] = account,
        })).Expecting(HttpStatusCode.Created);

        await app.PostMessageAsync(group, account, Text);
        await app.PostMessageAsync(group, "u1", "https://brand.example.com/l/abc 真好喝");
        await app.PostMessageAsync(group, "u1", "今天的茶真好喝");
        await app.PostMessageAsync("no-such-group", "u1", Text);

        Assert.Empty(await app.ListViolationsAsync($"groupId={group}"));
        await app.PostMessageAsync(group, "u1", "https://brand.example.com.evil.example/l/abc");
        Assert.Single(await app.ListViolationsAsync($"groupId={group}"));
    }

    [Fact]
    public async Task Measure_of_a_group_without_an_owner_needs_one_in_the_decision()
    {
        var (group, owner) = (await app.GroupAsync(), await app.StaffAsync());
        await app.PostMessageAsync(group, "u1", Text);
        var heard = Assert.Single(await app.ListViolationsAsync($"groupId={group}"));

        (await app.DecideAsync(heard.Id)).Expecting(HttpStatusCode.Conflict);
        var body = new JsonObject { ["decision"] = "Uphold", ["reason"] = "属实", ["by"] = "小李", ["owner"] = owner };
        (await app.PostAsync($"{ViolationClient.Path}/{heard.Id}/decide", body)).Expecting(HttpStatusCode.OK);

        Assert.Equal(owner, Assert.Single(await app.TasksAsync(group)).Owner);
    }

    Task PostCodeAsync(string group, string member, string code) => app.SendEventAsync("message.posted", new JsonObject
    {
        ["groupId"] = group,
        ["memberId"] = member,
        ["text"] = "看图",
        ["hasQrCode"] = true,
        ["qrCode"] = code,
    });

    static Task<AppHost> StartAsync(string publicBaseUrl) => AppHost.StartAsync(new AppHostSetup
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["PublicBaseUrl"] = publicBaseUrl },
    });
}
