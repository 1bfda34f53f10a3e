using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Simulation.Lives;

/// <summary>Stands in place of Kestrel: a request is a call, and no socket makes one run unlike the other.</summary>
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

    /// <summary>What the app answers.</summary>
    public async Task<Answer> SendAsync(Ask ask)
    {
        using var body = new MemoryStream();
        var output = new StreamResponseBodyFeature(body);
        var response = new HttpResponseFeature();
        var request = new HttpRequestFeature
        {
            Protocol = "HTTP/1.1",
            Scheme = "http",
            Method = ask.Method,
            Path = Uri.UnescapeDataString(ask.Path.Split('?')[0]),
            QueryString = ask.Path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? ask.Path[at..] : "",
            Body = new MemoryStream(ask.Body),
        };
        request.RawTarget = ask.Path;
        request.Headers.Host = "simulation";
        if (ask.Body.Length > 0)
        {
            request.Headers.ContentLength = ask.Body.Length;
            request.Headers.ContentType = "application/json";
        }

        foreach (var (name, value) in ask.Headers) request.Headers[name] = value;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(output);
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(ask.Body.Length > 0));
        await answerAsync(features);
        await output.CompleteAsync();
        return new Answer(response.StatusCode, response.Headers.Location.ToString(), System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    sealed class HasBody(bool canHaveBody) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => canHaveBody;
    }
}

/// <summary>A request; the path with its query.</summary>
sealed record Ask(string Method, string Path, byte[] Body, params IReadOnlyList<(string Name, string Value)> Headers);

/// <summary>An answer, read to its end.</summary>
sealed record Answer(int Status, string Location, string Text)
{
    public bool IsSuccess => Status is >= 200 and < 400;

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Text).RootElement;
}
