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
    public async Task Unknown_staff_member_is_404() =>
        (await app.GetAsync("/api/staff/no-such-person")).IsProblem(HttpStatusCode.NotFound);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Invalid_field_is_refused_with_its_name(string path, string? json, string field)
    {
        var body = SpoiledJson.Replace(Body(app.NewId("staff")), path, json);

        (await app.SendBytesAsync(HttpMethod.Post, "/api/staff", body)).Names(field);
    }

    static JsonObject Body(string id, string name = "小周") =>
        new() { ["id"] = id, ["name"] = name, ["weComUserId"] = "ZhouMin" };
}
