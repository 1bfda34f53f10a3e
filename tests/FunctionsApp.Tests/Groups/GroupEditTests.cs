using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Groups;

public sealed class GroupEditTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.TextFaults("by", 40),
        .. SpoiledJson.TextFaults("name", 60).Where(fault => fault.Json is not null),
        ("capacity", "null", "capacity"),
        ("capacity", "0", "capacity"),
        ("capacity", "501", "capacity"),
        ("capacity", "\"200\"", "capacity"),
        ("joinUrl", "\"\"", "joinUrl"),
        ("joinUrl", "\"javascript:alert(1)\"", "joinUrl"),
        ("joinUrl", "7", "joinUrl"),
        ("owner", "\"no-such-person\"", "owner"),
        ("owner", "\"A\"", "owner"),
        ("owner", "{}", "owner"),
        ("tags", SpoiledJson.Items(11), "tags"),
        ("tags", "[\"a\",\"a\"]", "tags"),
        ("tags", "[\"a\",7]", "tags[1]"),
        ("tags", $"[{SpoiledJson.Text(21)}]", "tags[0]"),
        ("tags", "[\"a\\nb\"]", "tags[0]"),
        ("tags", "[null]", "tags[0]"),
        ("kind", "\"Flash\"", "kind"),
        ("id", "\"other\"", "id"),
    ];

    [Fact]
    public async Task Owner_and_tags_are_stored_at_creation()
    {
        var (id, staff) = (app.NewId("group"), await app.StaffAsync());
        var body = SampleBodies.Group(id);
        (body["owner"], body["tags"]) = (staff, new JsonArray("春茶", "老客"));

        (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Created);

        var group = await app.GetGroupAsync(id);
        Assert.Equal(staff, group.Owner);
        Assert.Equal(["春茶", "老客"], group.Tags);
    }

    [Fact]
    public async Task Group_with_an_unknown_owner_is_refused_and_not_stored()
    {
        var body = SampleBodies.Group(app.NewId("group"));
        body["owner"] = "no-such-person";

        (await app.PostAsync("/api/groups", body)).Names("owner");
        (await app.GetAsync($"/api/groups/{body["id"]}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Edit_changes_the_present_fields_alone_and_is_in_the_history()
    {
        var (id, staff) = (await app.GroupAsync(), await app.StaffAsync());
        var before = await app.GetGroupAsync(id);

        var edited = await app.EditGroupAsync(
            id, new JsonObject { ["capacity"] = 300, ["owner"] = staff, ["by"] = "小王" });

        var after = edited.Expecting(HttpStatusCode.OK).As<GroupView>();
        Assert.Equal(
            (300, staff, before.Name, before.JoinUrl),
            (after.Capacity, after.Owner, after.Name, after.JoinUrl));
        Assert.Equal(
            new GroupChange(app.Now, "小王", $"人数上限：200 → 300；负责人：无 → {staff}"),
            Assert.Single(await app.HistoryAsync(id)));
    }

    [Fact]
    public async Task Null_clears_an_optional_field()
    {
        var (id, staff) = (await app.GroupAsync(), await app.StaffAsync());
        await app.EditGroupAsync(
            id, new JsonObject { ["owner"] = staff, ["tags"] = new JsonArray("a"), ["by"] = "小王" });

        var cleared = await app.EditGroupAsync(
            id, new JsonObject { ["owner"] = null, ["tags"] = null, ["joinUrl"] = null, ["by"] = "小王" });

        var group = cleared.Expecting(HttpStatusCode.OK).As<GroupView>();
        Assert.Equal((null, null, GroupState.Planned), (group.Owner, group.JoinUrl, group.State));
        Assert.Empty(group.Tags);
    }

    [Fact]
    public async Task Change_of_nothing_is_200_and_adds_no_history()
    {
        var id = await app.GroupAsync();
        var edit = new JsonObject { ["capacity"] = 10, ["by"] = "小王" };

        foreach (var body in new[] { new JsonObject { ["by"] = "小王" }, edit, edit })
            (await app.EditGroupAsync(id, body)).Expecting(HttpStatusCode.OK);

        Assert.Single(await app.HistoryAsync(id));
    }

    [Fact]
    public async Task History_is_listed_by_pages_newest_first()
    {
        var id = await app.GroupAsync();
        for (var capacity = 201; capacity <= 205; capacity++)
            await app.EditGroupAsync(id, new JsonObject { ["capacity"] = capacity, ["by"] = "小王" });

        var first = (await app.GetAsync($"/api/groups/{id}/history?top=2")).Expecting(HttpStatusCode.OK).Json;
        var all = await app.HistoryAsync(id);

        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.NotNull(first.GetProperty("continuation").GetString());
        Assert.Equal(
            ["204 → 205", "203 → 204", "202 → 203", "201 → 202", "200 → 201"],
            all.Select(change => change.What.Split('：')[1]));
        (await app.GetAsync("/api/groups/no-such-group/history")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Capacity_below_the_present_members_is_409()
    {
        var id = await app.GroupAsync();
        await app.JoinAsync(id, "u1");
        await app.JoinAsync(id, "u2");

        (await app.EditGroupAsync(id, new JsonObject { ["capacity"] = 1, ["by"] = "小王" }))
            .IsProblem(HttpStatusCode.Conflict);
        (await app.EditGroupAsync(id, new JsonObject { ["capacity"] = 2, ["by"] = "小王" }))
            .Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Concurrent_edits_are_all_in_the_history()
    {
        var id = await app.GroupAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => app.SendAsync(
            HttpMethod.Patch,
            $"/api/groups/{id}",
            AppHost.Json(new JsonObject { ["tags"] = new JsonArray($"tag-{n}"), ["by"] = $"小王 {n}" }))));

        Assert.Equal(8, (await app.HistoryAsync(id)).Count);
    }

    [Fact]
    public async Task Unknown_group_is_404() =>
        (await app.EditGroupAsync("no-such-group", new JsonObject { ["by"] = "小王" }))
            .IsProblem(HttpStatusCode.NotFound);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Edit_with_an_invalid_field_is_refused_with_its_name(string path, string? json, string field)
    {
        var id = await app.GroupAsync();
        var before = await app.GetAsync($"/api/groups/{id}");
        var body = SpoiledJson.Replace(new JsonObject { ["by"] = "小王" }, path, json);

        (await app.SendBytesAsync(HttpMethod.Patch, $"/api/groups/{id}", body)).Names(field);

        Assert.Equal(before.Text, (await app.GetAsync($"/api/groups/{id}")).Text);
    }
}
