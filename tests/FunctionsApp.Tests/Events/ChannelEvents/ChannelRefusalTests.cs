using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>Events with a valid signature and an invalid body.</summary>
public sealed class ChannelRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        ("type", null, "type"),
        ("type", "null", "type"),
        ("type", "\"member.danced\"", "type"),
        ("type", "\"Member.Joined\"", "type"),
        ("type", "7", "type"),
        .. SpoiledJson.InstantFaults("timestamp"),
        ("timestamp", "\"2026-12-24T00:00:00Z\"", "timestamp"),
        ("data", null, "data"),
        ("data", "null", "data"),
        ("data", "[]", "data"),
        ("data", "\"text\"", "data"),
        ("data", "7", "data"),
        ("colour", "\"red\"", "colour"),
        ("data.colour", "\"red\"", "data.colour"),
        ("data.groupId", null, "data.groupId"),
        .. SpoiledJson.IdFaults("data.groupId"),
        .. SpoiledJson.TextFaults("data.memberId", 64),
        ("data.memberId", "\"a/b\"", "data.memberId"),
        ("data.memberId", "\"a\\\\b\"", "data.memberId"),
        ("data.memberId", "\"a#b\"", "data.memberId"),
        ("data.memberId", "\"a?b\"", "data.memberId"),
        ("data.memberId", "\"a\\nb\"", "data.memberId"),
        ("data.memberId", "\"a\\u007fb\"", "data.memberId"),
        .. SpoiledJson.TextFaults("data.name", 64),
        ("data.state", "7", "data.state"),
        ("data.state", SpoiledJson.Text(65), "data.state"),
        ("data.invitedBy", "\"a/b\"", "data.invitedBy"),
        ("data.invitedBy", "7", "data.invitedBy"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Join_with_an_invalid_field_is_refused_with_its_name_and_not_stored(
        string path, string? json, string field)
    {
        var group = await app.GroupAsync();
        var data = new JsonObject
        {
            ["groupId"] = group,
            ["memberId"] = "u1",
            ["name"] = "小林",
            ["state"] = null,
            ["invitedBy"] = null,
        };
        var body = SpoiledJson.Replace(ChannelSender.Event("member.joined", app.Now, data), path, json);

        (await app.SendWebhookAsync(body)).Names(field);

        await app.RunUntilIdleAsync();
        Assert.Empty(await app.MembersAsync(group));
    }

    [Theory]
    [InlineData("member.left", "groupId")]
    [InlineData("member.left", "memberId")]
    [InlineData("member.renamed", "name")]
    [InlineData("message.posted", "text")]
    [InlineData("group.dissolved", "groupId")]
    [InlineData("task.done", "taskId")]
    public async Task Event_without_a_required_field_is_refused_with_its_name(string type, string missing)
    {
        var data = type switch
        {
            "member.left" => new JsonObject { ["groupId"] = "tea-1", ["memberId"] = "u1" },
            "member.renamed" => new JsonObject { ["groupId"] = "tea-1", ["memberId"] = "u1", ["name"] = "小林" },
            "message.posted" => new JsonObject { ["groupId"] = "tea-1", ["memberId"] = "u1", ["text"] = "你好" },
            "group.dissolved" => new JsonObject { ["groupId"] = "tea-1" },
            _ => new JsonObject { ["taskId"] = "task-1" },
        };

        var body = SpoiledJson.Replace(ChannelSender.Event(type, app.Now, data), $"data.{missing}", null);

        (await app.SendWebhookAsync(body)).Names($"data.{missing}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"type\":\"member.joined\"")]
    public async Task Signed_body_that_is_not_a_json_object_is_400(string text) =>
        (await app.SendWebhookAsync(Encoding.UTF8.GetBytes(text))).IsProblem(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Signed_body_with_invalid_UTF8_in_its_data_is_400()
    {
        var data = new JsonObject { ["groupId"] = "tea-1", ["memberId"] = "u1", ["name"] = "XX" };
        var body = Encoding.UTF8.GetBytes(ChannelSender.Event("member.joined", app.Now, data).ToJsonString());
        body[body.AsSpan().IndexOf("XX"u8)] = 0xff;

        (await app.SendWebhookAsync(body)).IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Signed_body_over_64_KiB_is_413() =>
        (await app.SendWebhookAsync(new byte[(64 * 1024) + 1]))
            .IsProblem(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Signed_body_of_another_content_type_is_415() =>
        (await app.SendWebhookAsync("{}"u8.ToArray(), contentType: "text/plain"))
            .IsProblem(HttpStatusCode.UnsupportedMediaType);
}
