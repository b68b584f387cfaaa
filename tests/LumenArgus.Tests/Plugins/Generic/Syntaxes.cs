namespace LumenArgus.Tests.Plugins.Generic;

/// <summary>How a credential is written down in languages and formats. In each form {0} stands for the value.</summary>
internal static class Syntaxes
{
    /// <summary>Forms for values of 16 characters and more without blanks and quotes.</summary>
    public static readonly (string Language, string[] Forms)[] All =
    [
        ("JSON", ["{\"apiKey\": \"{0}\"}", "{ \"auth\" : { \"token\" : \"{0}\" } }", "{\"client_secret\":\"{0}\",\"id\":7}", "{\"name\": \"API_TOKEN\", \"value\": \"{0}\"}", "{\\\"password\\\": \\\"{0}\\\"}"]),
        ("YAML", ["api_key: {0}", "  password: \"{0}\"", "token: '{0}' # rotate", "secret: |\n  {0}\n", "client_secret: >-\n    {0}\nother: 1"]),
        ("TOML", ["api_key = \"{0}\"", "[auth]\ntoken = '{0}'", "db.password=\"{0}\""]),
        ("INI and properties", ["password={0}", "[api]\nsecret_key = {0}", "spring.datasource.password: {0}", "app.access.token={0}"]),
        ("environment file", ["DB_PASSWORD={0}", "export API_TOKEN=\"{0}\"", "SESSION_SECRET='{0}'", "PORT=80\nSMTP_PASSWORD_2={0}\nX=1"]),
        ("XML", ["<password>{0}</password>", "<apiKey>\n  {0}\n</apiKey>", "<server password=\"{0}\" />", "<add key=\"AuthToken\" value=\"{0}\" />", "<name>password</name>\n  <value>{0}</value>"]),
        ("property list", ["<key>ApiToken</key>\n\t<string>{0}</string>", "<key>ClientSecret</key><string>{0}</string>", "<key>API_KEY</key>\n<string>{0}</string>"]),
        ("Terraform", ["password = \"{0}\"", "  secret_key = \"{0}\"", "variable \"db_password\" {\n  type    = string\n  default = \"{0}\"\n}", "auth_token   =   \"{0}\""]),
        ("Dockerfile", ["ENV API_TOKEN={0}", "ENV DB_PASSWORD {0}", "ARG NPM_TOKEN={0}"]),
        ("Compose", ["    - DB_PASSWORD={0}", "      - \"API_TOKEN={0}\"", "environment:\n  SECRET_KEY: {0}"]),
        ("Kubernetes", ["- name: DB_PASSWORD\n  value: {0}", "- name: API_TOKEN\n  value: \"{0}\"", "stringData:\n  password: {0}", "data:\n  token: {0}"]),
        ("GitHub Actions", ["env:\n  API_TOKEN: {0}", "with:\n  token: {0}", "with:\n  api-key: '{0}'"]),
        ("shell", ["TOKEN={0}", "export SECRET_KEY='{0}'", "deploy --password {0} --force", "tool --token={0}", "app login --api-key \"{0}\"", "cat <<EOF > .env\nAPI_SECRET={0}\nEOF", "curl -H \"X-Api-Key: {0}\" https://api.acme.io"]),
        ("command lines of tools", ["curl -u deploy:{0} https://repo.acme.io/", "mysql -u root -p{0} shop", "sshpass -p {0} ssh host", "docker login -u me -p {0} registry.acme.io", "redis-cli -h cache -a {0} ping"]),
        ("PowerShell", ["$env:API_TOKEN = \"{0}\"", "ConvertTo-SecureString \"{0}\" -AsPlainText -Force", "Connect-It -Password '{0}'", "$password = '{0}'"]),
        ("Python", ["API_KEY = \"{0}\"", "connect(user=\"me\", password='{0}')", "os.environ[\"API_TOKEN\"] = \"{0}\"", "cfg = {'secret': '{0}'}", "token: str = \"{0}\"", "password = b\"{0}\"", "os.environ.setdefault('API_TOKEN', '{0}')"]),
        ("JavaScript and TypeScript", ["const apiKey = '{0}';", "export const token: string = \"{0}\";", "new Client({ clientSecret: `{0}` })", "process.env.AUTH_TOKEN = \"{0}\"", "localStorage.setItem('token', '{0}')", "private readonly password = '{0}';"]),
        ("Java, Kotlin and Scala", ["private static final String API_KEY = \"{0}\";", "ds.setPassword(\"{0}\");", ".clientSecret(\"{0}\")", "@Value(password = \"{0}\")", "val token: String = \"{0}\"", "System.setProperty(\"db.password\", \"{0}\");"]),
        ("C#", ["const string ApiKey = \"{0}\";", "var password = @\"{0}\";", "new Options { ClientSecret = \"{0}\" }", "[\"Token\"] = \"{0}\","]),
        ("Go", ["token := \"{0}\"", "Config{Password: \"{0}\"}", "os.Setenv(\"API_KEY\", \"{0}\")", "const apiSecret = `{0}`", "map[string]string{\"token\": \"{0}\"}"]),
        ("Rust", ["let password: &str = \"{0}\";", "const API_KEY: &'static str = \"{0}\";", "env::set_var(\"API_TOKEN\", \"{0}\");", ".token(\"{0}\")"]),
        ("Ruby", ["config.api_key = '{0}'", ":password => \"{0}\"", "client = New(secret: '{0}')", "ENV['API_TOKEN'] = '{0}'"]),
        ("PHP", ["define('DB_PASSWORD', '{0}');", "$apiKey = \"{0}\";", "'secret' => '{0}',", "putenv('API_TOKEN={0}');"]),
        ("Swift and Objective-C", ["let apiKey = \"{0}\"", "let token: String = \"{0}\"", "NSString *password = @\"{0}\";", "static NSString *const kApiKey = @\"{0}\";"]),
        ("C and C++", ["#define API_KEY \"{0}\"", "const char *password = \"{0}\";", "static const char token[] = \"{0}\";", "std::string secret{\"{0}\"};"]),
        ("R", ["token <- \"{0}\"", "Sys.setenv(API_KEY = \"{0}\")", "password = '{0}'"]),
        ("Perl", ["my $password = '{0}';", "api_key => '{0}',", "$config{token} = \"{0}\";"]),
        ("Lua", ["local token = \"{0}\"", "[\"password\"] = \"{0}\",", "secret = '{0}'"]),
        ("Elixir", ["config :app, token: \"{0}\"", "%{\"password\" => \"{0}\"}", "secret_key_base: \"{0}\"", "System.put_env(\"API_KEY\", \"{0}\")"]),
        ("Haskell", ["password = \"{0}\"", "apiKey :: Text\napiKey = \"{0}\"", "Config { token = \"{0}\" }"]),
        ("SQL", ["CREATE USER app IDENTIFIED BY '{0}';", "ALTER ROLE app WITH PASSWORD '{0}';", "SET password = '{0}'"]),
        ("HTTP", ["Authorization: Bearer {0}", "X-Api-Key: {0}", "X-Auth-Token: {0}", "Authorization: token {0}", "Authorization: ApiKey {0}", "GET /v1?api_key={0}&page=2", "https://api.acme.io/x?page=2&access_token={0}"]),
        ("logs and prompts", ["12:01 INFO token={0} accepted", "password is: {0}", "Password: {0}", "using token {0}"]),
        ("tables and Markdown", ["| password | {0} |", "| API key | `{0}` | prod |", "**API key:** `{0}`", "- Token: `{0}`"]),
        ("prose", ["my password is {0}", "the API key is {0}, do not share it", "use the token \"{0}\" for now", "log in with password {0}"]),
        ("other languages", ["Passwort: {0}", "contraseña: {0}", "senha = \"{0}\"", "mot de passe : {0}", "clave={0}"]),
    ];
}
