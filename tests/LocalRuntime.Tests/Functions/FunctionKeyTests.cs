using System.Net;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class FunctionKeyTests : IAsyncLifetime
{
    readonly Recorder recorder = new();
    RunningHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await RunningHost.StartAsync(typeof(HttpSamples), configure: RunningHost.With(recorder));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("Open", null, null, HttpStatusCode.OK)]
    [InlineData("Open", "wrong", null, HttpStatusCode.OK)]
    [InlineData("Guarded", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", RunningHost.Key, null, HttpStatusCode.OK)]
    [InlineData("Guarded", null, RunningHost.Key, HttpStatusCode.OK)]
    [InlineData("Guarded", "wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", null, "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", "wrong", RunningHost.Key, HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", RunningHost.Key + " ", "", HttpStatusCode.OK)] // HTTP trims header values
    [InlineData("Guarded", null, RunningHost.Key + "x", HttpStatusCode.Unauthorized)]
    [InlineData("Guarded", null, "", HttpStatusCode.Unauthorized)]
    [InlineData("system", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("system", RunningHost.Key, null, HttpStatusCode.NoContent)]
    [InlineData("admin-area", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("admin-area", RunningHost.Key, null, HttpStatusCode.NoContent)]
    public async Task Key_is_required_by_the_authorization_level(
        string path, string? header, string? code, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/api/{path}{(code is null ? "" : $"?code={Uri.EscapeDataString(code)}")}");
        if (header is not null) request.Headers.Add("x-functions-key", header);
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Unauthorized) Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Without_the_key_the_function_does_not_run()
    {
        using var answer = await host.Client.PostAsync("/api/Guarded", new StringContent("{"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(recorder.Entries);
    }
}
