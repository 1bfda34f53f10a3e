namespace LocalRuntime.Tables.Embedded;

static class TableErrors
{
    public static readonly StorageError TableNotFound =
        new(404, "TableNotFound", "The table specified does not exist.");
    public static readonly StorageError TableAlreadyExists =
        new(409, "TableAlreadyExists", "The table specified already exists.");
    public static readonly StorageError ResourceNotFound =
        new(404, "ResourceNotFound", "The specified resource does not exist.");
    public static readonly StorageError EntityAlreadyExists =
        new(409, "EntityAlreadyExists", "The specified entity already exists.");
    public static readonly StorageError UpdateConditionNotSatisfied =
        new(412, "UpdateConditionNotSatisfied", "The update condition specified in the request was not satisfied.");
    public static readonly StorageError KeyValueTooLarge =
        new(400, "KeyValueTooLarge", "The specified key value is too large.");
    public static readonly StorageError TooManyProperties =
        new(400, "TooManyProperties", "The entity contains more properties than allowed.");
    public static readonly StorageError EntityTooLarge =
        new(400, "EntityTooLarge", "The entity is larger than the maximum allowed size (1MB).");
    public static readonly StorageError PropertyNameTooLong =
        new(400, "PropertyNameTooLong", "The property name exceeds the maximum allowed length.");
    public static readonly StorageError PropertyNameInvalid =
        new(400, "PropertyNameInvalid", "The property name is invalid.");
    public static readonly StorageError PropertyValueTooLarge =
        new(400, "PropertyValueTooLarge", "The property value exceeds the maximum allowed size (64KB).");
    public static readonly StorageError TooManyActions =
        new(400, "InvalidInput", "A transaction holds at most 100 actions.");
    public static readonly StorageError DifferentPartitions = new(
        400, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group.");
    public static readonly StorageError DuplicateRow =
        new(400, "InvalidDuplicateRow", "An entity can appear only once in a transaction.");

    public static StorageError InvalidKey(string key) =>
        new(400, "OutOfRangeInput", $"The key '{key}' contains a character that keys cannot have.");

    public static StorageError OutOfRange(string property) =>
        new(400, "OutOfRangeInput", $"The value of {property} is out of range.");
}
