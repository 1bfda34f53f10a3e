using Azure;

namespace LocalRuntime.Tables;

/// <summary>The answer 404 to a read that allows for it.</summary>
sealed class AbsentEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("The entity does not exist; ask HasValue first.");

    public override Response GetRawResponse() => response;
}
