using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Groups;

public sealed class StaffApiTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        .. SpoiledJson.TextFaults("name", 60),
        ("name", "\"a\\nb\"", "name"),
        ("weComUserId", "\"\"", "weComUserId"),
        ("weComUserId", "\"a/b\"", "weComUserId"),
        ("weComUserId", SpoiledJson.Text(65), "weComUserId"),
        ("colour", "\"red\"", "colour"),
    ];

    [Fact]
    public async Task New_staff_member_is_201_and_found_at_its_location_and_in_the_list()
    {
        var id = app.NewId("staff");

        var made = (await app.PostAsync("/api/staff", Body(id))).Expecting(HttpStatusCode.Created);

        Assert.Equal($"/api/staff/{id}", made.Location);
        Assert.Equal(new StaffView(id, "小周", "ZhouMin", app.Now), made.As<StaffView>());
        Assert.Equal(made.Text, (await app.GetAsync(made.Location!)).Expecting(HttpStatusCode.OK).Text);
        Assert.Contains(await app.ListAsync<StaffView>("/api/staff?"), staff => staff.Id == id);
    }

    [Fact]
    public async Task Repeated_creation_is_200_and_another_body_is_409()
    {
        var id = app.NewId("staff");
        await app.PostAsync("/api/staff", Body(id));

        (await app.PostAsync("/api/staff", Body(id))).Expecting(HttpStatusCode.OK);
        (await app.PostAsync("/api/staff", Body(id, "小李"))).IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Edit_changes_what_it_names_and_null_clears_the_account()
    {
        var id = app.NewId("staff");
        await app.PostAsync("/api/staff", Body(id));

        var renamed = await EditAsync(id, new JsonObject { ["name"] = "周敏" });
        var cleared = await EditAsync(id, new JsonObject { ["weComUserId"] = null });

        Assert.Equal(new StaffView(id, "周敏", "ZhouMin", app.Now), renamed.Expecting(HttpStatusCode.OK).As<StaffView>());
        Assert.Equal(new StaffView(id, "周敏", null, app.Now), cleared.Expecting(HttpStatusCode.OK).As<StaffView>());
        Assert.Equal(cleared.Text, (await app.GetAsync($"/api/staff/{id}")).Text);
    }

    [Fact]
    public async Task Edit_of_another_version_is_412()
    {
        var id = app.NewId("staff");
        await app.PostAsync("/api/staff", Body(id));

        var stale = await EditAsync(id, new JsonObject { ["name"] = "周敏" }, ("If-Match", "\"stale\""));

        stale.IsProblem(HttpStatusCode.PreconditionFailed);
        Assert.Equal("小周", (await app.GetAsync($"/api/staff/{id}")).As<StaffView>().Name);
    }

    [Theory]
    [InlineData("name", null)]
    [InlineData("name", "")]
    [InlineData("weComUserId", "a/b")]
    [InlineData("id", "other")]
    public async Task Invalid_edit_is_refused_with_its_field(string field, string? value)
    {
        var id = app.NewId("staff");
        await app.PostAsync("/api/staff", Body(id));

        (await EditAsync(id, new JsonObject { [field] = value })).Names(field);
    }

    [Fact]
    public async Task Edit_of_an_unknown_staff_member_is_404() =>
        (await EditAsync("no-such-person", new JsonObject { ["name"] = "周敏" })).IsProblem(HttpStatusCode.NotFound);

    [Fact]
    public async Task Unknown_staff_member_is_404() =>
        (await app.GetAsync("/api/staff/no-such-person")).IsProblem(HttpStatusCode.NotFound);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Invalid_field_is_refused_with_its_name(string path, string? json, string field)
    {
        var body = SpoiledJson.Replace(Body(app.NewId("staff")), path, json);

        (await app.SendBytesAsync(HttpMethod.Post, "/api/staff", body)).Names(field);
    }

    Task<ApiAnswer> EditAsync(string id, JsonObject edit, params (string Name, string Value)[] headers) =>
        app.SendAsync(HttpMethod.Patch, $"/api/staff/{id}", AppHost.Json(edit), headers);

    static JsonObject Body(string id, string name = "小周") =>
        new() { ["id"] = id, ["name"] = name, ["weComUserId"] = "ZhouMin" };
}
