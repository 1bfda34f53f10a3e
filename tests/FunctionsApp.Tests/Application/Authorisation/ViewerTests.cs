using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Tests.Content;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>What is left out of answers to viewers.</summary>
public sealed class ViewerTests(RoleClients app) : IClassFixture<RoleClients>
{
    [Theory]
    [InlineData(OperatorRole.Viewer, false)]
    [InlineData(OperatorRole.Operator, true)]
    [InlineData(OperatorRole.Administrator, true)]
    public async Task Text_of_messages_is_for_operators(OperatorRole role, bool isShown)
    {
        const string Text = "这句话只给运营看";
        var group = app.NewId("group");
        (await app.PostAsync("/api/groups", SampleBodies.Group(group))).Expecting(HttpStatusCode.Created);
        var content = await app.ContentAsync(Text);
        (await app.TestSendAsync(content, group)).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();

        var answer = (await app.SendAsAsync(role, "GET", $"/api/deliveries?groupId={group}"))
            .Expecting(HttpStatusCode.OK);

        var delivery = Assert.Single(answer.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(isShown, delivery.TryGetProperty("text", out _));
        Assert.Equal(isShown, answer.Text.Contains(Text, StringComparison.Ordinal));
        Assert.Equal("Sent", delivery.GetProperty("state").GetString());
    }

    [Fact]
    public void Fields_named_like_union_ids_addresses_and_buyers_are_hidden_wherever_they_are_answered()
    {
        var shown = typeof(CommunityApp).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("View", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.Name is "UnionId" or "Address" or "Phone" or "Email")
            .Where(property => !property.IsDefined(typeof(HiddenFromViewersAttribute), inherit: true))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(shown);
    }
}
