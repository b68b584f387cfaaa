using Microsoft.Extensions.Options;

namespace LumenArgus.TestPlugins.Pinning;

[OptionsValidator]
internal sealed partial class RowOptionsValidator : IValidateOptions<Row>;
