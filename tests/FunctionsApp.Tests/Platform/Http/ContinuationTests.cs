using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Tests.Platform.Http;

/// <summary>What a list accepts does not depend on what its store does with a foreign continuation.</summary>
public sealed class ContinuationTests
{
    const string Position = "1!8!c3ByaW5n 1!12!aWQtc3ByaW5n";

    public static TheoryData<string> NotGivenOut() =>
    [
        "made-up",
        "null",
        "a",
        Position,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Position)),
        Continuation.Wrap(Request("/api/groups"), Position)[..^1],
        "A" + Continuation.Wrap(Request("/api/groups"), Position)[1..],
        Continuation.Wrap(Request("/api/campaigns"), Position),
        Continuation.Wrap(Request("/api/groups", "?status=open"), Position),
    ];

    [Theory]
    [MemberData(nameof(NotGivenOut))]
    public async Task Continuation_that_the_list_did_not_give_out_is_400_on_every_store(string continuation)
    {
        var isRead = false;
        var request = Request("/api/groups", QueryString.Create("continuation", continuation).ToString());

        var answer = await Paging.AnswerAsync(request, (_, _) =>
        {
            isRead = true;
            return Task.FromResult(new Slice<string>([], null));
        });

        Assert.Equal(StatusCodes.Status400BadRequest, ((IStatusCodeHttpResult)answer).StatusCode);
        Assert.False(isRead);
    }

    [Theory]
    [InlineData("?top=3")]
    [InlineData("?code=key&continuation=before&top=200")]
    public void Continuation_is_accepted_with_another_page_size_and_key(string query)
    {
        var given = Continuation.Wrap(Request("/api/groups"), Position);

        Assert.Equal(Position, Continuation.Unwrap(Request("/api/groups", query), given));
    }

    [Fact]
    public void Continuation_belongs_to_its_filters_in_any_order()
    {
        var given = Continuation.Wrap(Request("/api/tasks", "?status=open&owner=wang"), Position);

        Assert.Equal(Position, Continuation.Unwrap(Request("/api/tasks", "?owner=wang&status=open"), given));
        Assert.Throws<BadContinuationException>(
            () => Continuation.Unwrap(Request("/api/tasks", "?owner=li&status=open"), given));
    }

    [Fact]
    public async Task Continuation_of_one_list_is_refused_by_another_of_the_app()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        for (var made = 0; made < 2; made++) await app.GroupAsync();
        var given = (await app.GetAsync("/api/groups?top=1")).Json.GetProperty("continuation").GetString()!;

        (await app.GetAsync($"/api/groups?continuation={given}")).Expecting(HttpStatusCode.OK);
        var elsewhere = await app.GetAsync($"/api/campaigns?continuation={given}");

        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.NotNull(JsonNode.Parse(elsewhere.Text)!["errors"]!["continuation"]);
    }

    static HttpRequest Request(string path, string query = "")
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (path, new QueryString(query));
        return request;
    }
}
