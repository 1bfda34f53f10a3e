using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rehearsal.Hosting;

/// <summary>A server without sockets in place of Kestrel, so that runs are deterministic.</summary>
sealed class InMemoryServer : IServer
{
    Func<IFeatureCollection, Task> answerAsync = _ => throw new InvalidOperationException("The app has not started.");

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        answerAsync = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
                await ((AppAnswer)features.GetRequiredFeature<IHttpResponseFeature>()).CompleteAsync();
                application.DisposeContext(context, null);
            }
            catch (Exception failure)
            {
                application.DisposeContext(context, failure);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // nothing is held
    }

    public async Task<ApiResponse> SendAsync(ApiRequest request)
    {
        var answer = new AppAnswer();
        var feature = new HttpRequestFeature
        {
            Protocol = "HTTP/1.1",
            Scheme = "http",
            Method = request.Method,
            Path = Uri.UnescapeDataString(request.Path.Split('?')[0]),
            QueryString = request.Path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0
                ? request.Path[at..]
                : "",
            Body = new MemoryStream(request.Body),
        };
        feature.RawTarget = request.Path;
        feature.Headers.Host = "rehearsal.invalid";
        if (request.Body.Length > 0)
        {
            feature.Headers.ContentLength = request.Body.Length;
            feature.Headers.ContentType = "application/json";
        }

        foreach (var (name, value) in request.Headers) feature.Headers[name] = value;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(feature);
        features.Set<IHttpResponseFeature>(answer);
        features.Set(answer.Output);
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(request.Body.Length > 0));
        await answerAsync(features);
        return new ApiResponse(answer.StatusCode, answer.Headers.Location.ToString(), answer.Text)
        {
            Cookie = answer.Headers.SetCookie.ToString().Split(';')[0],
        };
    }

    sealed class HasBody(bool canHaveBody) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => canHaveBody;
    }
}

/// <summary>A request; the path with its query.</summary>
record ApiRequest(
    string Method,
    string Path,
    byte[] Body,
    params IReadOnlyList<(string Name, string Value)> Headers);

/// <summary>An answer, read to its end.</summary>
sealed record ApiResponse(int Status, string Location, string Text)
{
    /// <summary>The name and value of the cookie that the answer sets; empty without one.</summary>
    public string Cookie { get; init; } = "";

    public bool IsSuccess => Status is >= 200 and < 400;

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Text).RootElement;
}
