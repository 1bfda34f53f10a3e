using Azure;

namespace LocalRuntime.Accounts;

/// <summary>What a service answered: the response and, when it was a success that carries one, a value.</summary>
sealed record Reply<T>(Response Response, T? Value)
{
    public bool IsNotFound => Response.Status == 404;

    public Response<T> OrThrow() => Azure.Response.FromValue(Value!, Response.OrThrow());
}

static class ResponseErrors
{
    public static Response OrThrow(this Response response) => response.Status < 400 ? response : throw Failed(response);

    public static RequestFailedException Failed(Response response) => new(response, null, StorageErrorParser.Instance);
}
