using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Groups;

/// <summary>What a charter may hold beside what it must, and the names of groups.</summary>
public sealed class CharterTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        ("charter.deputies", "[{\"staffId\":\"no-such-person\",\"expertise\":\"冲泡\"}]", "charter.deputies[0].staffId"),
        ("charter.deputies", "[{\"staffId\":\"li-1\"}]", "charter.deputies[0].expertise"),
        ("charter.deputies", "[null]", "charter.deputies[0]"),
        ("charter.deputies", "7", "charter.deputies"),
        ("charter.rhythm", "\"\"", "charter.rhythm"),
        ("charter.rhythm", SpoiledJson.Text(121), "charter.rhythm"),
        ("charter.goal", "{\"text\":\"喝懂绿茶\"}", "charter.goal.measure"),
        ("charter.goal", "\"喝懂绿茶\"", "charter.goal"),
        ("charter.membersHavePaid", "\"yes\"", "charter.membersHavePaid"),
        ("charter.reviewAt", "\"soon\"", "charter.reviewAt"),
        ("charter.consequence", "\"Ban\"", "charter.consequence"),
        ("texts.welcome", "\"{member} {link}\"", "texts.welcome"),
        ("texts.rules", "\"看公告\"", "texts.rules"),
        ("texts.introduction", "\"\"", "texts.introduction"),
        ("texts.cardNameReminder", "7", "texts.cardNameReminder"),
        ("texts.colour", "\"red\"", "texts.colour"),
        ("naming.pattern", "\"Anything\"", "naming.pattern"),
        ("naming.first", "\"\"", "naming.first"),
        ("naming.number", "0", "naming.number"),
    ];

    [Fact]
    public async Task Charter_is_kept_whole_and_without_it_the_answer_warns()
    {
        var staff = await app.StaffAsync();
        var body = SampleBodies.Group(app.NewId("group"));
        var bare = (await app.PostAsync("/api/groups", SampleBodies.Group(app.NewId("group"))))
            .Expecting(HttpStatusCode.Created).As<GroupView>();
        body["owner"] = staff;
        var charter = body["charter"]!;
        charter["membersHavePaid"] = true;
        charter["deputies"] = new JsonArray(new JsonObject { ["staffId"] = staff, ["expertise"] = "冲泡" });
        charter["rhythm"] = "每天早上九点一条";
        charter["goal"] = new JsonObject { ["text"] = "喝懂绿茶", ["measure"] = "能说出五种" };
        charter["reviewAt"] = app.Now.AddDays(90);
        charter["consequence"] = "RedPacket";

        var whole = (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Created).As<GroupView>();

        Assert.Contains("charter.goal", bare.Warnings.Select(warning => warning.Field));
        Assert.Empty(whole.Warnings);
        var stored = (await app.GetGroupAsync((string)body["id"]!)).Charter;
        Assert.Equal(
            (new Deputy(staff, "冲泡"), "每天早上九点一条", new GroupGoal("喝懂绿茶", "能说出五种")),
            (Assert.Single(stored.Deputies), stored.Rhythm, stored.Goal));
        Assert.Equal(
            (true, app.Now.AddDays(90), ViolationConsequence.RedPacket),
            (stored.MembersHavePaid, stored.ReviewAt, stored.Consequence));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Field_that_is_wrong_is_named_at_creation_and_in_an_edit(string path, string? json, string field)
    {
        var body = SampleBodies.Group(app.NewId("group"));
        body["texts"] = new JsonObject();
        body["naming"] = Naming();
        body.Remove("name");
        var edit = new JsonObject { ["by"] = "小王", ["charter"] = new JsonObject(), ["texts"] = new JsonObject() };
        edit["naming"] = Naming();
        var group = await app.GroupAsync();

        (await app.SendBytesAsync(HttpMethod.Post, "/api/groups", SpoiledJson.Replace(body, path, json))).Names(field);
        (await app.SendBytesAsync(HttpMethod.Patch, $"/api/groups/{group}", SpoiledJson.Replace(edit, path, json)))
            .Names(field);

        (await app.GetAsync($"/api/groups/{body["id"]}")).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty(await app.HistoryAsync(group));
    }

    [Theory]
    [InlineData("charter", "null")]
    [InlineData("charter.audience", "null")]
    [InlineData("charter.benefits", "[]")]
    [InlineData("charter.colour", "\"red\"")]
    public async Task Edit_cannot_take_away_what_a_charter_must_have(string path, string json)
    {
        var group = await app.GroupAsync();
        var edit = new JsonObject { ["by"] = "小王", ["charter"] = new JsonObject() };

        (await app.SendBytesAsync(HttpMethod.Patch, $"/api/groups/{group}", SpoiledJson.Replace(edit, path, json)))
            .Names(path);
    }

    [Fact]
    public async Task Edit_of_the_charter_changes_its_present_fields_and_null_clears_an_optional_one()
    {
        var group = await app.GroupAsync();
        await EditAsync(group, "charter", new JsonObject { ["rhythm"] = "每天一条", ["service"] = "每天一款新茶" });

        var after = await EditAsync(group, "charter", new JsonObject { ["rhythm"] = null });

        Assert.Equal((null, "每天一款新茶", "爱喝茶的人"), (after.Charter.Rhythm, after.Charter.Service, after.Charter.Audience));
        Assert.Equal("定位·服务节奏：每天一条 → 无", (await app.HistoryAsync(group))[0].What);
    }

    [Fact]
    public async Task Flash_group_keeps_its_end()
    {
        var flash = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        var edit = new JsonObject { ["endsAt"] = app.Now.AddDays(9) };

        (await app.EditGroupAsync(flash, new JsonObject { ["by"] = "小王", ["charter"] = edit }))
            .ExpectingInvalid("charter.endsAt");
    }

    [Fact]
    public async Task Name_is_made_from_its_parts_and_is_not_given_beside_them()
    {
        var body = SampleBodies.Group(app.NewId("group"));
        body["naming"] = Naming();

        (await app.PostAsync("/api/groups", body)).ExpectingInvalid("name");
        body.Remove("name");
        var group = (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Created).As<GroupView>();

        Assert.Equal("杭州绿茶1群", group.Name);
        var second = Naming();
        second["number"] = 2;
        Assert.Equal("杭州绿茶2群", (await EditAsync(group.Id, "naming", second)).Name);
        Assert.Equal("群名称：杭州绿茶1群 → 杭州绿茶2群", (await app.HistoryAsync(group.Id))[0].What);
    }

    static JsonObject Naming() => new() { ["pattern"] = "RegionField", ["first"] = "杭州", ["second"] = "绿茶" };

    async Task<GroupView> EditAsync(string group, string field, JsonObject value) =>
        (await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", [field] = value }))
            .Expecting(HttpStatusCode.OK).As<GroupView>();
}
