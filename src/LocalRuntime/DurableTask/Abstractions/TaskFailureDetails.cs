namespace Microsoft.DurableTask;

/// <summary>An exception as data: <paramref name="ErrorType"/> is the full name of its type.</summary>
public record TaskFailureDetails(string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    /// <summary>True when the exception was a <typeparamref name="T"/> or derived from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception =>
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ErrorType)).FirstOrDefault(type => type is not null) is { } thrown
        && typeof(T).IsAssignableFrom(thrown);

    internal static TaskFailureDetails From(Exception thrown) => new(
        thrown.GetType().FullName!,
        thrown.Message,
        thrown.StackTrace,
        thrown is TaskFailedException task ? task.FailureDetails : thrown.InnerException is { } inner ? From(inner) : null,
        null);
}
