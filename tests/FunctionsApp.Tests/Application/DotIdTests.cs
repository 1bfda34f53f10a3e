using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application;

/// <summary>A path segment of . or .. never arrives at a server, so an object with such an id is unreachable.</summary>
public sealed class DotIdTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("groupId", ".")]
    [InlineData("groupId", "..")]
    [InlineData("memberId", ".")]
    [InlineData("memberId", "..")]
    public async Task Event_with_an_id_of_dots_is_refused(string field, string id)
    {
        var data = new JsonObject { ["groupId"] = await app.GroupAsync(), ["memberId"] = "u1", ["name"] = "小林" };
        data[field] = id;

        (await app.SendWebhookAsync(ChannelSender.Event("member.joined", app.Now, data))).Names($"data.{field}");
    }
}
