using System.Net;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    RunningHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await RunningHost.StartAsync(typeof(HttpSamples), configure: RunningHost.With(new Recorder()));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Function_without_a_route_is_found_under_its_name() =>
        Assert.Equal("""{"method":"GET","fine":true}""", await host.Client.GetStringAsync("/api/Open"));

    [Fact]
    public async Task Route_value_is_bound_by_its_name()
    {
        using var answer = await host.Client.GetAsync("/api/s/spring");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/g/spring", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Route_value_is_parsed_as_the_type_of_its_parameter()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(id.ToByteArray(), await host.Client.GetByteArrayAsync($"/api/posters/{id}.png"));
    }

    [Theory]
    [InlineData("/api/pages/7", "Page 7")]
    [InlineData("/api/pages", "Page none")]
    public async Task Optional_route_value_may_be_left_out(string path, string expected) =>
        Assert.Equal(expected, await host.Client.GetStringAsync(path));

    [Fact]
    public async Task Route_value_that_cannot_be_parsed_is_a_bad_request()
    {
        using var answer = await host.Client.GetAsync("/api/posters/not-a-guid.png");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Function_reads_the_body_itself()
    {
        using var answer = await host.Client.PostAsync("/api/Read", new StringContent("as it was sent"));
        Assert.Equal("as it was sent", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Exception_is_an_empty_500_without_details()
    {
        using var answer = await host.Client.GetAsync("/api/Broken");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    public async Task Method_that_the_trigger_does_not_name_is_not_found(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/Open");
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Body_above_100_MB_is_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/Read");
        request.Content = new StreamContent(Stream.Null);
        request.Content.Headers.ContentLength = (100 * 1024 * 1024) + 1;
        request.Headers.ExpectContinue = true;
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
