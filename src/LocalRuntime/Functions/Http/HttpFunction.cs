using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace LocalRuntime.Functions.Http;

/// <summary>Answers the requests of one HTTP function. It checks the key before it reads anything else.</summary>
sealed class HttpFunction(
    FunctionDescriptor function, AuthorizationLevel level, Invoker invoke, KeyCheck keys, InvocationLog log)
{
    // Where FunctionContext.GetHttpContext of the official extension looks.
    const string HttpContextKey = "HttpRequestContext";

    static readonly ActionDescriptor NoAction = new();

    public async Task AnswerAsync(HttpContext http)
    {
        if (!keys.Allows(http.Request, level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var started = log.Started();
        try
        {
            var invocation = new LocalFunctionContext(function, http.RequestServices, http.RequestAborted);
            invocation.Items[HttpContextKey] = http;
            await WriteAsync(http, await invoke(invocation, http));
            log.Succeeded(function.Name, started);
        }
        catch (BadHttpRequestException bad)
        {
            log.Refused(function.Name, started, bad);
            Fail(http, bad.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            log.CallerDisconnected(function.Name, started);
        }
        catch (Exception failure) // every exception of a function is a failed invocation
        {
            log.Failed(function.Name, started, failure);
            if (StoreFailure.IsUnavailable(failure)) throw; // the host answers 503
            Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        IResult minimal => minimal.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), NoAction)),
        null => Task.CompletedTask, // middleware has answered
        _ => throw new InvalidOperationException("The function returned neither an IActionResult nor an IResult."),
    };

    static void Fail(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }
}
