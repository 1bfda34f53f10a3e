using System.Net;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>The callback under 2,000 hostile requests.</summary>
public sealed class HostileCallbackTests(WeComCallbackHost app) : IClassFixture<WeComCallbackHost>
{
    const int Requests = 2_000;

    [Fact]
    public async Task Hostile_request_is_refused_with_one_answer_and_nothing_is_stored()
    {
        var hostile = new HostileCallbacks(new Random(20_261_126));
        HashSet<string> kinds = [];
        string? refusal = null;

        for (var i = 0; i < Requests; i++)
        {
            var request = hostile.Next();
            kinds.Add(request.Kind);
            var answer = await app.PostAsync(request.Query, request.Body);

            var expected = request.Body.Length > WeComCallbackHost.MaxBytes
                ? HttpStatusCode.RequestEntityTooLarge
                : HttpStatusCode.BadRequest;
            Assert.True(answer.Status == expected, $"{answer.Status} for request {i}: {request}");
            if (expected is not HttpStatusCode.BadRequest) continue;
            refusal ??= answer.Text;
            Assert.Equal(refusal, answer.Text);
        }

        Assert.Empty(await app.TakeStoredAsync());
        Assert.Equal(16, kinds.Count);
    }
}
