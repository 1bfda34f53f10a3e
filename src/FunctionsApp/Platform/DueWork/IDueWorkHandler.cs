using System.Text.Json;
using Community.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.DueWork;

/// <summary>
/// Carries out due work of one kind. An item can come more than once and late, so a handler looks at what is stored.
/// </summary>
public interface IDueWorkHandler
{
    /// <summary>The kind of work, a stored name.</summary>
    string Kind { get; }

    Task HandleAsync(DueWorkItem item);
}

/// <summary>A handler of work whose data is a <typeparamref name="T"/>.</summary>
public abstract class DueWorkHandler<T>(string kind) : IDueWorkHandler
{
    public string Kind => kind;

    public Task HandleAsync(DueWorkItem item) =>
        HandleAsync(JsonSerializer.Deserialize<T>(item.Data, StoredJson.Options)!, item.At);

    /// <summary>Carries out the work that was due at this instant.</summary>
    protected abstract Task HandleAsync(T data, DateTimeOffset at);
}
